"""How nodes become HTML that is light and that everybody can use."""
