"""Charts: what the value of a cell becomes, so that readers see a run and move through it.

They are our own because Plotly, Bokeh and Vega load close to a megabyte of script or more before
they draw, and matplotlib and pygal do not tell a script the scale by which they drew.
"""
