"""Speed and load as ratios in one run: `python -m benchmarks [name ...]`. Method and results: README.md."""
