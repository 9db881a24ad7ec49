/** What the page begins with: how quantities are written. */
export const introduction = `# Reference

What a scenario file can say and what the model answers. Written by the program from its own tables; do not edit.

## Quantities

A quantity is a number with its unit, as an analyst writes it: \`$100B\`, \`2.5 GW\`, \`871 W\`, \`18 months\`, \`12 %/year\`,
\`$2.235/chip-hour\`, \`1.3 PFLOP/s\`, \`2026-04\`. Money takes \`k\`, \`M\`, \`B\`, \`T\`; numbers have a dot, and \`_\` or nothing between
thousands. \`up to\`, \`more than\`, \`at least\`, \`about\` and \`nearly\` may stand before a plain value: they are shown, the number is used.

| uncertain value | meaning |
| --- | --- |
| \`5 to 9 GW\` | 90 % interval: lognormal when both ends are positive, else normal |
| \`normal(mean, sd)\` | normal |
| \`lognormal(p5, p95)\` | lognormal with these 5th and 95th percentiles |
| \`uniform(a, b)\` | every value between as likely |
| \`triangular(a, b, c)\` | triangle from a over the mode b to c |
| \`pert(a, b, c)\` | smooth bell from a over the mode b to c |
| \`beta(α, β)\`, \`beta(α, β, low, high)\` | beta on 0 to 1, or on an interval |
| \`oneof($4B: 1, $8B: 3)\` | one of these, with weights |
| \`chance(30 %)\` | happens in 30 % of draws |
| \`reported\` | the figures listed under \`reported\`, equally weighted or by confidence |
| \`=KEY\` | what is stated under \`assumptions\`; everything that refers to it moves together |

The unit may follow the bracket or each number. \`, at most X\` and \`, at least Y\` cut a distribution off, and so does the range of
the field. The central path uses medians. A key set to nothing in a variant removes what it inherits.

Formulas have \`+ - * / ^\`, comparisons, \`and or not\`, \`min max abs exp log sqrt\`; \`at end\` or \`at 2030-12\` reads a measure at one
moment, \`before 12 months\` reads it earlier. A minus needs spaces around it, since names may hold hyphens.
`;

/** Where the rules stand in full, as a path in the source of the program. */
export const conventionsPage = 'shared/engine/CONVENTIONS.md';

/** What the page ends with: choices the model makes where a contract or an announcement leaves them open. */
export const conventions = `## Conventions

The choices that matter most when reading a figure. The rules in full, with every formula, stand in the source of the program:
[${conventionsPage}](../${conventionsPage}).

- **Time.** Month 0 is the start. A date is a real number of months since the start; months have their calendar hours and days, leap
  years included. Flows are discounted from month 0 by actual days / 365, at the end of their month.
- **Power.** A phase is energised at its date plus its own slip plus the slip of its deal, and reaches full power after its ramp. The
  ceiling cuts the sum of the phases; what it cuts is reported. A cancelled phase stays contracted. IT power is facility power / PUE.
- **Fleet.** New power, power freed by chips at the end of their life, and power that found no chip before are filled by the mix, among
  generations that are available; shares of missing generations go to the others. If no share is left, the newest available one is taken.
- **Peak.** Work runs at \`workload-precision\`, else bf16 where given, else eight bits. A chip without an eight-bit peak counts its bf16
  peak in H100-equivalents, since eight-bit work runs no faster on it.
- **Price.** The list price holds at \`as-of\`. Discounts of the generation and of the deal multiply. The floor holds before the discount of the deal.
- **Commitment.** Contract years begin at \`begins\` (default: when the deal is signed). Over-use is carried forward oldest first,
  never beyond its age or the limit; a paid shortfall becomes make-up credit that is used oldest first once use exceeds what is due.
- **Facility and warrant.** The first step is reached at \`from\` (default: the same as \`per\`). Availability never falls. Participation takes
  from the cap, dollar for dollar. Nothing is drawn after expiry.
- **Milestone.** Pays in the first month in which the condition holds, between \`not-before\` and \`until\`, once. Conditions on capital see
  the month before, so that money cannot trigger itself. A waived milestone pays at \`waived-on\` at the latest.
- **Options.** Used in the first month of the window in which effective compute per dollar is at least \`exercise\` times that of the best
  generation of the mix. Value and cost of waiting are measured on the same draws.
- **Succession without \`first\`.** It begins with the earliest generation of the file that it does not list.
- **Basis.** Without \`basis\`, stated power is IT power. Announcements rarely say which; the difference is the PUE.
- **No answer.** A ratio over zero, a month not reached, an IRR that does not exist or is not unique have no answer: an empty cell, null in JSON.
`;
