import type { DistributionView } from '#shared/view/analysis/distribution.ts';

/** The percentiles and the mean of a distribution, each with its sampling error. */
export function DistributionFacts({ view }: { readonly view: DistributionView }) {
  return (
    <table className="list-table facts">
      <tbody>
        {view.facts.map(({ label, value, error }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className="number">{value}</td>
            <td className="number facts-error">{error}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
