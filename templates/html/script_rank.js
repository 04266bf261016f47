/* Products ranked by what counts for somebody: the arithmetic of core/rank/rank.c, in whole numbers as there. */
(function () {
  'use strict';

  const parts = window.meshreportParts;

  const MOST = 2n ** 64n - 1n; /* the program counts no further, and says so */
  const MOST_CELLS = 100;
  const STANDINGS = ['in', 'open', 'failed', 'out'];

  /* A decimal as a whole number of 10^-digits, with the fewest digits that are exact. */
  function scaled(decimal) {
    const [whole, rest = ''] = decimal.split('.');
    const digits = rest.replace(/0+$/, '');
    return { n: BigInt(whole + digits), digits: digits.length };
  }

  const power = (digits) => 10n ** BigInt(digits);

  /* Order of two fractions. */
  function compare(a, b) {
    const left = a.n * b.of;
    const right = b.n * a.of;
    return left < right ? -1 : Number(left > right);
  }

  /* How many of ascending fractions are below one, or with `orEqual` not above it. */
  function countBelow(sorted, limit, orEqual) {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      const order = compare(sorted[mid], limit);
      if (order < 0 || (order === 0 && orEqual)) low = mid + 1;
      else high = mid;
    }
    return low;
  }

  /* What a yes of each row counts, and what all of a row and a partly do; null: too many digits. */
  function scaleWeights(input) {
    const partial = scaled(input.partial);
    const weights = input.weights.map(scaled);
    const most = weights.reduce((digits, weight) => Math.max(digits, weight.digits), 0);
    const whole = power(partial.digits);
    const units = weights.map((weight) => weight.n * power(most - weight.digits));
    return units.some((unit) => unit * whole > MOST) ? null : { units, whole, part: partial.n };
  }

  /* Intervals: all that is unknown as no, and as yes.  False: too many digits. */
  function score(products, input, { units, whole, part }) {
    for (const [row, unit] of units.entries()) {
      if (unit === 0n) continue;
      const all = unit * whole;
      const some = unit * part;
      for (const [i, product] of products.entries()) {
        const like = input.likes[row][i];
        if (like === '' || like === 'x') continue;
        product.of += all;
        if (product.of > MOST) return false;
        if (like === 'y') product.low += all;
        else if (like === 'p') product.low += some;
        else if (like === 'u') product.high += all;
      }
    }
    for (const product of products) product.high += product.low;
    return true;
  }

  function meets(requirement, product) {
    const like = requirement.likes[product];
    if (like === 'y' || (like === 'p' && requirement.isPartialEnough)) return 0;
    return like === 'u' ? 1 : 2;
  }

  function judge(products, input) {
    for (const [i, product] of products.entries()) {
      const worst = Math.max(0, ...input.requirements.map((requirement) => meets(requirement, i)));
      product.standing = STANDINGS[input.without.has(i) ? 3 : worst];
      product.isRanked = !input.without.has(i) && worst < 2 && product.of > 0n;
      const unmet = (state) => input.requirements.map((_, at) => at).filter((at) => meets(input.requirements[at], i) === state);
      product.failed = product.standing === 'out' ? [] : unmet(2);
      product.open = product.standing === 'out' ? [] : unmet(1);
    }
  }

  const lowOf = (product) => ({ n: product.low, of: product.of });
  const highOf = (product) => ({ n: product.high, of: product.of });

  function place(products) {
    const ranked = products.filter((product) => product.isRanked);
    const lows = ranked.map(lowOf).sort(compare);
    const highs = ranked.map(highOf).sort(compare);
    for (const product of ranked) {
      product.first = 1 + ranked.length - countBelow(lows, highOf(product), true);
      /* its own high is not above its low where it is a point, and is counted where not */
      product.last = ranked.length - countBelow(highs, lowOf(product), true) + Number(product.high === product.low);
    }
    return { lows, highs };
  }

  function byPlace(a, b) {
    if (a.isRanked !== b.isRanked) return a.isRanked ? -1 : 1;
    if (!a.isRanked) return STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) || a.index - b.index;
    return a.first - b.first || a.last - b.last || compare(lowOf(b), lowOf(a)) || compare(highOf(b), highOf(a)) || a.index - b.index;
  }

  /* ---- what would decide it */

  /* Equals stay in the order they came in. */
  function byWorth(a, b) {
    return Number(a.requirement === null) - Number(b.requirement === null) || b.pairs - a.pairs || compare(b, a);
  }

  /* How many products the better of two answers sets apart that were not before. */
  function pairsOf({ lows, highs }, product, weight) {
    const at = (n) => ({ n, of: product.of });
    const yes = countBelow(highs, at(product.low + weight), false) - countBelow(highs, at(product.low), false);
    const no = countBelow(lows, at(product.high), true) - countBelow(lows, at(product.high - weight), true);
    return Math.max(yes, no);
  }

  function ask(products, input, { units, whole }, sorted) {
    const cells = [];
    const put = (product, row, requirement, weight) => {
      const isCounted = row !== null && product.of > 0n;
      cells.push({
        product: product.index, row, requirement, pairs: isCounted ? pairsOf(sorted, product, weight) : 0,
        n: isCounted ? weight : 0n, of: isCounted ? product.of : 1n, /* the share of the score that hangs on it */
      });
    };
    for (const product of products.filter((one) => one.standing === 'open')) {
      for (const requirement of product.open) {
        const { row } = input.requirements[requirement];
        put(product, row, requirement, row === null ? 0n : units[row] * whole);
      }
    }
    const required = new Set(input.requirements.map((requirement) => requirement.row));
    for (const [row, unit] of units.entries()) {
      if (unit === 0n || required.has(row)) continue;
      for (const product of products) {
        if (input.likes[row][product.index] !== 'u' || !product.isRanked || product.first === product.last) continue;
        put(product, row, null, unit * whole);
      }
    }
    return cells.sort(byWorth);
  }

  /*
   * `likes` by row and product: y, p, n, u, or what is not counted; `weights` by row and `partial` as decimals in text;
   * `requirements` with likes by product, isPartialEnough and the row or null; `without`: products that are not ranked.
   * Null: nothing is left to count, or weights and `partial` have too many digits together.
   */
  parts.rank = function (input, nProducts) {
    const scale = scaleWeights(input);
    const products = Array.from({ length: nProducts }, (_, index) => ({ index, low: 0n, high: 0n, of: 0n, first: 0, last: 0 }));
    if (!scale || scale.units.every((unit) => unit === 0n) || !score(products, input, scale)) return null;
    judge(products, input);
    const sorted = place(products);
    const cells = ask(products, input, scale, sorted);
    return { products: products.slice().sort(byPlace), nPlaced: sorted.lows.length, deciding: cells.slice(0, MOST_CELLS), nDeciding: cells.length };
  };
})();
