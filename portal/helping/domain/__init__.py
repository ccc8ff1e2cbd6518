"""What is made of the facts about helping."""
