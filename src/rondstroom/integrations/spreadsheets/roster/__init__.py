"""A roster grid, people by days with codes and a legend, into rosters and availability."""
