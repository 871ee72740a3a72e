/** The look of the pages: readable at once, on any width, in light and dark. */
export const STYLES = `
:root { color-scheme: light dark; --ink: #1b2430; --soft: #566270; --paper: #fbfaf7; --line: #d9d5cb; --link: #0b5c8a; --mark: #fff3cf; --open: #1d6b3a; --late: #8a4b00; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e6e1; --soft: #a9b0b8; --paper: #14181d; --line: #353c45; --link: #7cc4ee; --mark: #3d3415; --open: #7fd09b; --late: #f0b569; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: break-word; }
a { color: var(--link); }
a:focus-visible, input:focus-visible, button:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .25rem .5rem; }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; justify-content: space-between; padding: 1rem 0; border-bottom: 1px solid var(--line); }
header > a { font-weight: 600; color: var(--ink); text-decoration: none; }
footer { margin: 3rem 0 1.5rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .875rem; }
h1 { font-size: 1.625rem; line-height: 1.25; margin: 1.5rem 0 .5rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
h1, dd, td, li, .timeline > li > * { overflow-wrap: anywhere; min-width: 0; }
td, th { overflow-wrap: break-word; }
.lead { max-width: 44rem; margin: .5rem 0; }
.soft { color: var(--soft); }
.note { white-space: pre-line; }
.small { font-size: .875rem; }
.moment { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; margin: 1rem 0; }
.moment label { font-size: .875rem; color: var(--soft); }
.moment input { display: block; }
input, button { font: inherit; padding: .25rem .5rem; color: inherit; background: transparent; border: 1px solid var(--soft); border-radius: .25rem; }
button { cursor: pointer; }
.past { flex-basis: 100%; margin: 0; padding: .5rem .75rem; background: var(--mark); border-radius: .25rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
caption { text-align: left; color: var(--soft); font-size: .875rem; padding-bottom: .25rem; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; }
.timeline { list-style: none; margin: 0; padding: 0; }
.timeline > li { display: grid; grid-template-columns: 13rem 1fr; gap: 0 1.25rem; padding: .625rem 0; border-bottom: 1px solid var(--line); }
.timeline time { color: var(--soft); font-variant-numeric: tabular-nums; }
.timeline p { margin: 0; }
.timeline p > a { color: inherit; text-decoration-color: var(--soft); }
.timeline .small a { color: var(--link); }
strong.open { color: var(--open); } strong.overdue { color: var(--late); }
.mark { display: inline-block; width: .7rem; height: .7rem; border: 2px solid var(--soft); border-radius: 50%; }
.mark.open { background: var(--open); border-color: var(--open); }
.mark.overdue { border-color: var(--late); } .mark.closed { background: var(--soft); }
.calls { list-style: none; margin: 0; padding: 0; }
.calls > li { display: grid; grid-template-columns: 1fr 1fr; gap: .25rem 2rem; padding: .625rem 0; border-bottom: 1px solid var(--line); }
.calls .plain { columns: auto; }
s { color: var(--soft); }
.moved { color: var(--late); margin-left: .5em; }
.side { display: flex; flex-wrap: wrap; gap: 1rem 3rem; align-items: start; }
.groups { width: auto; flex: 1 1 16rem; } .groups th { font-weight: 400; }
summary { cursor: pointer; padding: .25rem 0; }
h2::first-letter { text-transform: uppercase; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.plain { list-style: none; margin: 0; padding: 0; columns: 19rem; column-gap: 2rem; }
.plain li { break-inside: avoid; padding: .15rem 0; }
code { font-size: .9em; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; margin: .75rem 0; }
dt { color: var(--soft); } dd { margin: 0; }
@media (max-width: 40rem) {
  .calls > li { grid-template-columns: 1fr; }
  .stack, .stack tbody, .stack tr, .stack th, .stack td, .stack caption { display: block; }
  .stack thead { display: none; }
  .stack tr { padding: .5rem 0; border-bottom: 1px solid var(--line); } .stack th, .stack td { border: 0; padding: .125rem 0; }
  .stack td::before { content: attr(data-label) ": "; color: var(--soft); }
}
@media (max-width: 40rem) { .timeline > li { grid-template-columns: 1fr; } dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } }
@media print { .moment, nav, .skip { display: none; } }
`;
