# Makes reference.json with mpmath at 40 digits: `python3 reference.py > reference.json`. Every input is the exact double
# written in the file, so nothing is lost between here and the test.
import json
from mpmath import mp, mpf, ncdf, erfc, sqrt, log, exp, loggamma, nstr
mp.dps = 40
S = lambda x: nstr(x if abs(x) > mpf(10) ** -320 else mpf(0), 20, strip_zeros=False)
Q = lambda z: erfc(z / sqrt(mpf(2))) / 2       # upper tail of the normal law
P = [1e-12, 1e-6, 0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999, 1 - 1e-6, 1 - 2.0**-40]

def betainc(a, b, zero, x, regularized=True):
    a, b, x = mpf(a), mpf(b), mpf(x)
    if x <= 0: return mpf(0)
    if x >= 1: return mpf(1)
    if x > (a + 1) / (a + b + 2): return 1 - betainc(b, a, 0, 1 - x)
    term = total = mpf(1); n = 0
    while term > total * mpf(10) ** -45:
        term *= (a + b + n) / (a + 1 + n) * x; total += term; n += 1
    return total * exp(a * log(x) + b * log(1 - x) + loggamma(a + b) - loggamma(a) - loggamma(b)) / a

def bisect(f, lo, hi):
    for _ in range(170):
        mid = (lo + hi) / 2
        if f(mid) < 0: lo = mid
        else: hi = mid
    return (lo + hi) / 2

def probit(lower, upper):
    if lower <= upper: return bisect(lambda z: Q(-z) - lower, mpf(-40), mpf(0))
    return bisect(lambda z: upper - Q(z), mpf(0), mpf(40))

def logodds(a, b, lower, upper):
    f = lambda t: betainc(a, b, 0, 1 / (1 + exp(-t)), regularized=True)
    if lower <= upper: return bisect(lambda t: f(t) - lower, mpf(-3000), mpf(3000))
    g = lambda t: betainc(b, a, 0, 1 / (1 + exp(t)), regularized=True)
    return bisect(lambda t: upper - g(t), mpf(-3000), mpf(3000))

out = {'made': 'mpmath at 40 digits: bisection of erfc and betainc; inputs are the doubles written here'}
out['probit'] = [[p, S(probit(mpf(p), 1 - mpf(p)) if p != 0.5 else mpf(0))] for p in [1e-300, 1e-100, 1e-20] + P]
out['normalCdf'] = [[z, S(Q(mpf(-z)))] for z in [-37.0, -20.0, -8.0, -3.5, -1.0, -0.25, 0.0, 0.1, 0.7, 1.5, 3.0, 6.0]]
out['logGamma'] = [[x, S(loggamma(mpf(x)))] for x in [1e-3, 0.1, 0.5, 0.9, 1.3, 1.9, 2.5, 3.7, 11.5, 12.5, 171.0, 1e4, 1e8]]
out['incompleteBeta'] = [[a, b, x, S(betainc(mpf(a), mpf(b), 0, mpf(x), regularized=True))] for a, b, x in [
    (2.0, 4.0, 1e-9), (2.0, 4.0, 0.2), (2.0, 4.0, 0.9), (1.0, 5.0, 0.01), (4.5, 1.5, 0.999), (0.1, 0.3, 0.5), (0.1, 0.3, 1e-20),
    (40.0, 70.0, 0.3), (40.0, 70.0, 0.6), (800.0, 500.0, 0.6), (800.0, 500.0, 0.63), (1e4, 3e4, 0.25), (1e4, 3e4, 0.24)]]

def tails(d, x):
    k = {n: mpf(v) for n, v in d.items() if n not in ('kind', 'atLeast', 'atMost')}
    kind = d['kind']
    if kind == 'normal': z = (x - k['mean']) / k['sd']; return Q(-z), Q(z)
    if kind == 'lognormal':
        if x <= 0: return mpf(0), mpf(1)
        z = (log(x) - k['mu']) / k['sigma']; return Q(-z), Q(z)
    l, h = k['low'], k['high']
    if x <= l: return mpf(0), mpf(1)
    if x >= h: return mpf(1), mpf(0)
    if kind == 'uniform': return (x - l) / (h - l), (h - x) / (h - l)
    if kind == 'triangular':
        m = k['mode']
        if x < m: c = (x - l) ** 2 / ((h - l) * (m - l)); return c, 1 - c
        c = (h - x) ** 2 / ((h - l) * (h - m)); return 1 - c, c
    a, b = (k['alpha'], k['beta']) if kind == 'beta' else (1 + 4 * (k['mode'] - l) / (h - l), 1 + 4 * (h - k['mode']) / (h - l))
    u = (x - l) / (h - l)
    return betainc(a, b, 0, u, regularized=True), betainc(b, a, 0, 1 - u, regularized=True)

def base(d, lower, upper):
    k = {n: mpf(v) for n, v in d.items() if n not in ('kind', 'atLeast', 'atMost')}
    kind = d['kind']
    if kind == 'normal': return k['mean'] + k['sd'] * probit(lower, upper)
    if kind == 'lognormal': return exp(k['mu'] + k['sigma'] * probit(lower, upper))
    l, h = k['low'], k['high']
    if kind == 'uniform': return l + lower * (h - l)
    if kind == 'triangular':
        m = k['mode']
        return l + sqrt(lower * (h - l) * (m - l)) if lower < (m - l) / (h - l) else h - sqrt(upper * (h - l) * (h - m))
    a, b = (k['alpha'], k['beta']) if kind == 'beta' else (1 + 4 * (k['mode'] - l) / (h - l), 1 + 4 * (h - k['mode']) / (h - l))
    return l + (h - l) / (1 + exp(-logodds(a, b, lower, upper)))

def quantile(d, p):
    p = mpf(p)
    fa = tails(d, mpf(d['atLeast'])) if 'atLeast' in d else (mpf(0), mpf(1))
    fb = tails(d, mpf(d['atMost'])) if 'atMost' in d else (mpf(1), mpf(0))
    inside = 1 - fa[0] - fb[1]
    return base(d, fa[0] + p * inside, fb[1] + (1 - p) * inside)

laws = [
    dict(kind='normal', mean=3.0, sd=2.0),
    dict(kind='normal', mean=0.0, sd=1.0, atLeast=1.0),
    dict(kind='normal', mean=0.0, sd=1.0, atLeast=9.0, atMost=12.0),
    dict(kind='normal', mean=10.0, sd=4.0, atLeast=0.0, atMost=12.0),
    dict(kind='lognormal', mu=1.5, sigma=0.75),
    dict(kind='lognormal', mu=1.5, sigma=0.75, atLeast=2.0, atMost=40.0),
    dict(kind='uniform', low=2.0, high=7.0),
    dict(kind='uniform', low=2.0, high=7.0, atLeast=3.0, atMost=6.0),
    dict(kind='triangular', low=1.0, mode=2.0, high=8.0),
    dict(kind='triangular', low=0.0, mode=0.0, high=8.0, atMost=7.0),
    dict(kind='pert', low=0.0, mode=3.0, high=18.0),
    dict(kind='pert', low=0.0, mode=0.0, high=1.0),
    dict(kind='pert', low=10.0, mode=12.0, high=12.0),
    dict(kind='pert', low=0.0, mode=3.0, high=18.0, atLeast=1.0, atMost=9.0),
    dict(kind='beta', alpha=0.5, beta=0.7, low=0.0, high=1.0),
    dict(kind='beta', alpha=0.05, beta=3.0, low=0.0, high=1.0),
    dict(kind='beta', alpha=60.0, beta=25.0, low=0.0, high=1.0),
    dict(kind='beta', alpha=2000.0, beta=900.0, low=0.0, high=1.0),
    dict(kind='beta', alpha=2.0, beta=5.0, low=-1.0, high=3.0, atLeast=2.0),
]
out['quantile'] = [{'distribution': d, 'at': [[p, S(quantile(d, p))] for p in P]} for d in laws]
print(json.dumps(out, indent=1))
