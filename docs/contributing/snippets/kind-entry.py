    Kind("order", "Put in order", "the order in which steps happen", rules=(lists_steps,)),
