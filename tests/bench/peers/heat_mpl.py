#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Matplotlib heatmap.  usage: heat_mpl.py IN.dat OUT.png"""
import sys

import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402
import numpy as np  # noqa: E402
from matplotlib.colors import ListedColormap  # noqa: E402

with open(sys.argv[1]) as f:
    a = np.array([list(map(int, x.split())) for x in f], dtype=np.uint8)
rh = max(1, min(16, 16000 // a.shape[0]))
fig = plt.figure(figsize=((210 + 28 * a.shape[1]) / 100, (70 + rh * a.shape[0]) / 100), dpi=100)
ax = fig.add_axes([200 / (210 + 28 * a.shape[1]), .01, .75, .98])
ax.imshow(a, aspect="auto", interpolation="nearest", cmap=ListedColormap(["#4caf50", "#e05050", "#e8c547", "#bbbbbb"]))
if a.shape[0] <= 1000:
    ax.set_yticks(range(a.shape[0]), ["Feature name %d" % i for i in range(a.shape[0])], fontsize=7)
fig.savefig(sys.argv[2])
