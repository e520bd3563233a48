/**
 * The paper in Typst. Whatever is of a card comes by `inputs`, as data: nothing that a teacher wrote is ever read as markup.
 * No date: a sealed document is the same bytes each time it is made.
 */
export const CARD_TEMPLATE = `
#let d = json(bytes(sys.inputs.card))
#let cell(body, ..rest) = table.cell(..rest, [#body])
#set document(title: d.title, date: none)
#set page(
  paper: "a4",
  margin: (x: 14mm, top: 14mm, bottom: 18mm),
  footer: context [#set text(7.5pt); #d.verification #h(1fr) #counter(page).display("1 / 1", both: true)],
)
#set text(lang: d.lang, size: 9pt, font: ("Atkinson Hyperlegible Next", "Noto Sans Arabic"), fallback: false)
#set par(justify: false)
#show heading.where(level: 1): set text(15pt)
#show heading.where(level: 2): set text(11pt)
#text(8pt, d.authority)
= #d.title
#for (label, value) in d.identity [*#label :* #value \\ ]
#for section in d.sections [
  == #section.title
  #for paragraph in section.paragraphs [#par[#paragraph]]
  #if "table" in section {
    set text(8pt)
    let narrow = ("Coef.", "Moyenne", "Classe", "Min.", "Max.")
    table(
      columns: section.table.columns.map(name => if name in narrow { auto } else if name in ("Matière", "Positionnement", "Maîtrise") { 1fr } else { 2fr }),
      inset: 4pt,
      stroke: 0.5pt + luma(120),
      table.header(..section.table.columns.map(name => [*#name*])),
      ..section.table.rows.flatten().map(value => [#value]),
    )
  }
]
`;
