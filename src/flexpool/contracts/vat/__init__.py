"""VAT on lent staff: the grounds, the questions behind them, and the first ground that fits."""
