"""The kernels: how a metric's counts become a value.

A kernel holds expressions over one table. It lays them out as flat columns, reduces those to a handful of whole numbers
and decimals, and finishes in plain Python with exact arithmetic. Importing this folder imports no engine.
"""

from okrengine.measure.kernels.change import Change, Growth
from okrengine.measure.kernels.count import Count
from okrengine.measure.kernels.duration import Duration
from okrengine.measure.kernels.kernel import Kernel
from okrengine.measure.kernels.mean import Mean
from okrengine.measure.kernels.rate import NetShare, Rate
from okrengine.measure.kernels.ratio import Ratio
from okrengine.measure.kernels.top import TopShare
from okrengine.measure.kernels.within import Within

__all__ = ["Change", "Count", "Duration", "Growth", "Kernel", "Mean", "NetShare", "Rate", "Ratio", "TopShare", "Within"]
