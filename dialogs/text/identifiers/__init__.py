"""What says who a person is: found in what people type, so that they can be asked whether they meant to type it."""
