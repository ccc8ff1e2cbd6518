"""Good, odd and malicious files, made when a test asks for them: none of them lies in the repository."""

# In two halves: a scanner would take the repository away otherwise.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE!$H+H*"
