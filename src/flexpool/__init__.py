"""The library: periods, law, planning. Plain values in, plain values out."""
