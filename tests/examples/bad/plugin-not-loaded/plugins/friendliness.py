raise RuntimeError("okr validate runs no code of the project")
