/** The look of a pack on paper and on a screen; languages side by side need the sheet turned. */
export function packStyle(columns: number): string {
  return `
@page { size: A4 ${columns === 1 ? 'portrait' : 'landscape'}; margin: 14mm 13mm; }
* { box-sizing: border-box; }
body { max-width: ${columns === 1 ? 720 : 1040}px; margin: 0 auto; padding: 24px 16px; color: #191b2c; background: #fff;
  font: 13px/1.45 Inter, "Segoe UI", "Noto Sans", Arial, sans-serif; font-variant-numeric: tabular-nums; }
h1 { margin: 0 0 4px; font-size: 24px; line-height: 1.2; }
h2 { margin: 0 0 4px; font-size: 16px; }
p { margin: 0 0 8px; }
.spans { color: #565b71; }
.headline { padding-left: 10px; border-left: 4px solid #3b3eb8; font-size: 16px; }
dl.key-figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(${columns === 1 ? 112 : 132}px, 1fr)); gap: 10px; margin: 6px 0 14px; }
.key-figures > div { padding: 6px 8px; border: 1px solid #e3e5ee; border-radius: 6px; break-inside: avoid; }
.key-figures dt { font-size: 11.5px; }
.key-figures dd { margin: 0; font-size: 11.5px; color: #565b71; }
.key-figures .value { display: block; color: #191b2c; font-size: 18px; }
.key-figures .certainty { display: block; }
.reading { font-size: 14px; }
.note { color: #565b71; font-size: 11.5px; }
.sheet { margin-bottom: 22px; }
.beside { display: grid; grid-template-columns: 1fr 1fr; gap: 28px; }
.beside > div { min-width: 0; }
section { padding-top: 14px; border-top: 1px solid #e3e5ee; }
.chart { margin: 6px 0 10px; break-inside: avoid; }
.chart svg { max-width: 100%; height: auto; }
table { width: 100%; border-collapse: collapse; font-size: 11.5px; break-inside: auto; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { padding: 2px 6px; border-bottom: 1px solid #e3e5ee; text-align: right; font-weight: 400; }
thead th { color: #565b71; font-weight: 600; }
th:first-child { text-align: left; }
.many th, .many td { padding: 2px 4px; }
.many thead th { vertical-align: bottom; }
.many thead th:not(:first-child) { padding: 4px 0; text-align: left;
  writing-mode: vertical-rl; transform: rotate(180deg); }
tr { break-inside: avoid; }
h2, .reading { break-after: avoid; }
@media screen and (max-width: 760px) {
  .beside { grid-template-columns: minmax(0, 1fr); }
  .chart, table { display: block; overflow-x: auto; }
}
dl { margin: 0; }
dt { font-weight: 650; }
dd { margin: 0 0 6px; }
`;
}
