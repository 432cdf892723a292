"""What a site needs besides its pages: policy, addresses, notebooks, light stylesheets, archive."""
