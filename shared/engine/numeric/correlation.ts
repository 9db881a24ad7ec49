/**
 * Returns the linear correlation of two equally long lists of values, counting only places where both are numbers. NaN where
 * fewer than two are left or one of them does not vary.
 */
export function correlation(one: Float64Array, two: Float64Array): number {
  let count = 0;
  let meanOne = 0;
  let meanTwo = 0;
  let squareOne = 0;
  let squareTwo = 0;
  let product = 0;
  for (let at = 0; at < one.length; at++) {
    if (Number.isNaN(one[at]) || Number.isNaN(two[at])) continue;
    count += 1;
    const fromOne = one[at] - meanOne;
    const fromTwo = two[at] - meanTwo;
    meanOne += fromOne / count;
    meanTwo += fromTwo / count;
    squareOne += fromOne * (one[at] - meanOne);
    squareTwo += fromTwo * (two[at] - meanTwo);
    product += fromOne * (two[at] - meanTwo);
  }
  return squareOne > 0 && squareTwo > 0 ? product / Math.sqrt(squareOne * squareTwo) : Number.NaN;
}
