"""How the tables that the package ships were made. Takes public sources, gives files of src/dateline/data."""
