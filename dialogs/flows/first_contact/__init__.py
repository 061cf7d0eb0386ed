"""The first conversation with parents about sharing (3.3 to 3.6): a checklist before the visit, ticked after it."""
