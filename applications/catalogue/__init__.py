"""The forms as data: questions, steps, sections, forms, and the pure functions that read them."""
