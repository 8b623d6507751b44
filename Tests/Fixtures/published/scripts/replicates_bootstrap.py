"""The draws of the rescaled bootstrap, written a second time.

python3 replicates_bootstrap.py SEED REPLICATES N1 N2 ...   (numbers of PSUs by stratum)

Prints one line of multipliers per replicate. Generator: splitmix64 (Steele, Lea and Flood 2014); one number of the generator of
SEED is the seed of each replicate; a draw below n rejects the incomplete last stretch of 64-bit numbers.
"""
import sys

MASK = (1 << 64) - 1


class SplitMix64:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
        return mixed ^ (mixed >> 31)

    def below(self, bound):
        limit = MASK - (MASK % bound + 1) % bound
        draw = self.next()
        while draw > limit:
            draw = self.next()
        return draw % bound


seed, replicates, *sizes = (int(text) for text in sys.argv[1:])
seeds = SplitMix64(seed)
for own in [seeds.next() for _ in range(replicates)]:
    random, line = SplitMix64(own), []
    for size in sizes:
        draws = [0] * size
        for _ in range(size - 1):
            draws[random.below(size)] += 1
        line += [1.0] if size == 1 else [draw * size / (size - 1) for draw in draws]
    print(line)
