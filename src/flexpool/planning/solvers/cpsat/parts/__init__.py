"""Large problems part by part: free a few workers or days, solve that part, put it back.

Shaw (1998), Using constraint programming and local search methods to solve vehicle routing
problems, doi:10.1007/3-540-49481-2_30.
"""
