"""What is still to be done once a matter is closed: the family told, a reply, a written agreement, Legal Services."""
