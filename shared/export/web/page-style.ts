/** The looks of an exported web page: quiet, dense, fit for printing. */
export const pageStyle = `
:root { color: #14181f; background: #ffffff; font: 14px/1.45 Inter, system-ui, sans-serif; font-variant-numeric: tabular-nums; }
body { max-width: 980px; margin: 0 auto; padding: 32px 24px 64px; }
h1 { font-size: 26px; line-height: 1.2; margin: 0 0 8px; }
h2 { font-size: 19px; line-height: 1.3; margin: 0 0 2px; }
b, th, h1, h2 { font-weight: 600; }
p { margin: 0 0 4px; }
.condition { color: #434b57; }
.run, .topic, .footnote { color: #5d6673; font-size: 12px; }
.topic { font-size: 13px; margin-bottom: 8px; }
nav ol { margin: 16px 0 24px; padding: 12px 0 12px 28px; border-top: 1px solid #d9dce1; border-bottom: 1px solid #d9dce1; }
nav a { color: inherit; text-decoration: none; }
nav a:hover, nav a:focus-visible { text-decoration: underline; }
section { margin: 40px 0; break-inside: avoid; }
figure { margin: 0 0 8px; position: relative; }
figure svg { display: block; width: 100%; height: auto; }
figure:focus-visible, .scroll:focus-visible { outline: 2px solid #1f5fae; outline-offset: 2px; }
.reading { position: absolute; top: 4px; pointer-events: none; background: #fffffff2; border: 1px solid #b4bac4; padding: 6px 8px; font-size: 12px; white-space: nowrap; }
.reading b { display: block; margin-bottom: 2px; }
.reading span { display: flex; justify-content: space-between; gap: 16px; }
.cursor { stroke: #14181f; stroke-width: 0.8; pointer-events: none; }
details { margin: 6px 0; font-size: 12px; }
summary { cursor: pointer; color: #1f5fae; width: fit-content; }
.note p { max-width: 76ch; }
.scroll { overflow: auto; max-height: 420px; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 4px 10px 4px 0; border-bottom: 1px solid #e6e8ec; }
th { position: sticky; top: 0; background: #ffffff; border-bottom-color: #5d6673; }
.right { text-align: right; }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 24px; top: 8px; background: #ffffff; }
@media print { nav, .data, .note, .skip { display: none; } section { break-after: page; margin: 0; } }
`;
