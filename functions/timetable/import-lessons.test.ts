import { describe, expect, it } from 'vitest';
import { durands, file, HEADER, row, school, sixths, UAI, world } from './lessons.testing.ts';

const messages = async (text: string | Uint8Array) =>
  (await world().plan(text)).anomalies.map(({ line, severity, message }) => `${line} ${severity} ${message}`);
const added = async (text: string | Uint8Array) => (await world().plan(text)).schools.flatMap((one) => one.added.map(({ after }) => after));

describe('a lessons file', () => {
  it('gives slots whose names are the same at each import', async () => {
    const [first, again] = [await added(file(row())), await added(file(row({ salle: 'C3', du: '02/09/2026' })))];
    expect(first).toEqual([
      {
        slotId: expect.stringMatching(/^slo_[a-z2-7]{20}$/),
        schoolId: school.schoolId,
        weekday: 1,
        start: '08:00',
        end: '09:00',
        from: '2026-09-01',
        until: '2027-07-02',
        except: [],
        subject: 'Mathématiques',
        room: 'B12',
        teachers: [{ personId: 'per_schmitt', name: 'Anne-Sophie Schmitt' }],
        classes: [{ classId: 'cls_third-a', name: '3A' }],
        groups: [],
      },
    ]);
    expect(again[0]?.slotId).toBe(first[0]?.slotId);
  });

  it('writes nothing the second time', async () => {
    const { apply } = world();
    const text = file(row(), row({ jour: 'mardi', sauf: '20/10/2026|27/10/2026' }), row({ jour: 'jeu', groupes: '3LAT', classes: '' }));
    expect(await apply(text)).toEqual({ written: 3 });
    expect(await apply(text)).toEqual({ written: 0 });
    expect(await apply(text, '2027-01-20')).toEqual({ written: 0 });
    expect(await apply(text, '2027-08-20')).toEqual({ written: 0 });
  });

  it.each([
    ['semicolons', (text: string) => text],
    ['commas', (text: string) => text.replaceAll(',', '|').replaceAll(';', ',')],
    ['tabs', (text: string) => text.replaceAll(';', '\t')],
    ['old Mac line ends', (text: string) => text.replaceAll('\r\n', '\r')],
  ])('is read with %s', async (_name, change) => {
    expect(await added(change(file(row({ sauf: '20/10/2026, 07/12/2026' }))))).toMatchObject([
      { subject: 'Mathématiques', except: ['2026-12-07'] },
    ]);
  });

  it.each([
    ['UTF-8 with its mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 with its mark', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 without', (text: string) => Buffer.from(text, 'utf16le')],
    ['big-endian UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['Windows', (text: string) => Buffer.concat([Buffer.from(text.replace('Œ', '\u008C').replace('’', '\u0092'), 'latin1')])],
    ['ISO-8859-15', (text: string) => Buffer.from(text.replace('Œ', '\u00BC').replace('’', "'"), 'latin1')],
  ])('is read in %s', async (name, encode) => {
    const [slot] = await added(encode(file(row({ matiere: 'Œuvres de l’été' }))));
    expect(slot?.subject).toBe(name === 'ISO-8859-15' ? "Œuvres de l'été" : 'Œuvres de l’été');
  });

  it('is read with its columns in another order, accents and quotes', async () => {
    const text = `Matière;Enseignants;UAI;Jour;Début;Fin;Classes;Du;Au\n"Arts; ""plastiques""";"SCHMITT Anne-Sophie";${UAI};Lundi;8h;8h55;"3A, 3b";2026-09-01;2027-07-02`;
    expect(await added(text)).toMatchObject([
      { subject: 'Arts; "plastiques"', end: '08:55', classes: [{ name: '3A' }, { name: '3B' }], teachers: [{ personId: 'per_schmitt' }] },
    ]);
  });

  it.each([
    ['lundi', 1],
    ['Mardi', 2],
    ['MER.', 3],
    ['je', 4],
    ['ven', 5],
    ['6', 6],
    ['dimanche', 7],
    ['ma', 2],
    ['me', 3],
  ])('understands the day %s', async (jour, weekday) => {
    expect(await added(file(row({ jour })))).toMatchObject([{ weekday }]);
  });

  it.each([
    ['8:00', '08:00'],
    ['8h05', '08:05'],
    ['08H', '08:00'],
    ['0815', '08:15'],
    ['08:10:00', '08:10'],
  ])('understands the hour %s', async (debut, start) => {
    expect(await added(file(row({ debut })))).toMatchObject([{ start }]);
  });

  it('spreads holidays over the closed days of the slot', async () => {
    const [slot] = await added(file(row({ sauf: '17/10/2026..01/11/2026|11/11/2026|14/12/26' })));
    expect(slot?.except).toEqual(['2026-10-19', '2026-10-26', '2026-12-14']);
  });

  it('finds the classes of a group that names none', async () => {
    expect(await added(file(row({ classes: '', groupes: '3LAT' })))).toMatchObject([
      { classes: [{ name: '3A' }, { name: '3B' }], groups: [{ name: '3LAT' }] },
    ]);
  });

  it('finds a teacher of another school by mail', async () => {
    expect(await added(file(row({ enseignants: 'Paul.Weber@ac-nancy-metz.fr'.toLowerCase() })))).toMatchObject([
      { teachers: [{ name: 'Paul Weber' }] },
    ]);
  });

  it('numbers the periods of one slot', async () => {
    const slots = await added(file(row({ au: '18/12/2026' }), row({ du: '04/01/2027', salle: 'C1' })));
    expect(new Set(slots.map((slot) => slot.slotId)).size).toBe(2);
  });
});

describe('a line that is not understood', () => {
  it.each([
    [{ uai: '54' }, 'n’est pas un UAI'],
    [{ uai: '0990000Z' }, 'n’est pas dans l’annuaire'],
    [{ jour: 'lundredi' }, 'Le jour « lundredi »'],
    [{ jour: '8' }, 'Le jour « 8 »'],
    [{ debut: '25:00' }, 'L’heure de début'],
    [{ fin: '9.99' }, 'L’heure de fin'],
    [{ debut: '09:00' }, 'avant d’avoir commencé'],
    [{ du: '31/02/2026' }, 'La date « 31/02/2026 »'],
    [{ au: 'juillet' }, 'La date « juillet »'],
    [{ du: '03/07/2027' }, 'La période finit'],
    [{ du: '01/09/2025' }, 'plus d’une année'],
    [{ sauf: '32/10/2026' }, 'sauf'],
    [{ classes: '' }, 'Il manque la classe'],
    [{ classes: '6Z' }, 'la classe « 6Z » est inconnue'],
    [{ groupes: 'X9' }, 'le groupe « X9 » est inconnu'],
    [{ classes: '', groupes: 'VIDE' }, 'n’a pas encore d’élève'],
    [{ enseignants: 'Inconnu Jean' }, 'l’enseignant « Inconnu Jean » est inconnu'],
    [{ enseignants: 'nobody@ac-nancy-metz.fr' }, 'est inconnu'],
    [{ enseignants: 'MARTIN Luc' }, 'désigne plusieurs personnes'],
    [{ matiere: '' }, 'Il manque : matiere'],
    [{ salle: '=HYPERLINK("http://x")' }, 'contient une formule'],
    [{ salle: '-1+2' }, 'contient une formule'],
    [{ sauf: '14/12/2026;x' }, '13 cellules pour 12 colonnes'],
  ])('%o is named in French with its line, and the others are imported', async (change, expected) => {
    const { plan } = world();
    const { schools, anomalies } = await plan(file(row({ jour: 'mardi' }), row(change)));
    expect(anomalies.filter((one) => one.severity === 'error')).toEqual([
      { line: 3, severity: 'error', message: expect.stringContaining(expected) },
    ]);
    expect(schools.flatMap((one) => one.added)).toHaveLength(1);
  });

  it.each([
    [{ classes: sixths(16), enseignants: durands(15) }, 'réunit 16 classes et 15 enseignants : 30 au plus'],
    [{ classes: sixths(1), enseignants: durands(40) }, 'réunit 1 classe et 40 enseignants'],
    [{ classes: '', groupes: '6TOUS' }, 'réunit 40 classes et 1 enseignant :'],
  ])('%o gathers too many to be changed in one write: it is to be cut up', async (change, expected) => {
    const { schools, anomalies } = await world().plan(file(row({ jour: 'mardi' }), row(change)));
    expect(anomalies.filter((one) => one.severity === 'error')).toEqual([
      { line: 3, severity: 'error', message: expect.stringMatching(`${expected}.*Écrivez-le sur plusieurs lignes`) },
    ]);
    expect(schools.flatMap((one) => one.added)).toHaveLength(1);
  });

  it.each([
    ['an amphitheatre', { classes: sixths(12), enseignants: durands(4) }],
    ['thirty of them', { classes: sixths(20), enseignants: durands(10) }],
    ['a class named twice', { classes: `${sixths(30)}|Sixième 01`, enseignants: '' }],
    ['a group of everybody for some classes', { classes: sixths(10), groupes: '6TOUS' }],
  ])('is not %s', async (_name, change) => {
    expect(await added(file(row(change)))).toHaveLength(1);
  });

  it('is only warned of when it repeats another, overlaps or has no teacher', async () => {
    const text = file(row(), row(), row({ fin: '10:00', classes: '3B' }), row({ debut: '08:30', fin: '09:30', enseignants: '' }));
    expect(await messages(text)).toEqual([
      expect.stringMatching(/^3 warning .*répète la ligne 2/),
      expect.stringMatching(/^4 warning Anne-Sophie Schmitt a déjà un cours à cette heure \(ligne 2\), par exemple le 07\/09\/2026/),
      expect.stringMatching(/^5 warning Aucun enseignant/),
      expect.stringMatching(/^5 warning La classe 3A a déjà un cours/),
    ]);
  });

  it('is not an overlap for two groups of a class, nor for dates that never meet', async () => {
    const groups = file(row({ groupes: '3LAT' }), row({ groupes: '3ALL', enseignants: 'paul.weber@ac-nancy-metz.fr' }));
    const dates = file(row({ au: '18/12/2026' }), row({ du: '04/01/2027', matiere: 'Latin' }));
    expect([...(await messages(groups)), ...(await messages(dates))]).toEqual([]);
  });

  it.each([
    ['', 'Le fichier est vide'],
    ['\n\n', 'Le fichier est vide'],
    [HEADER, 'aucun cours'],
    ['a;b\n1;2', 'Il manque : uai, jour'],
    [file(row({ salle: '"B12' })), 'guillemet'],
  ])('stops the file when nothing can be read: %j', async (text, expected) => {
    expect(await messages(text)).toEqual([expect.stringContaining(expected)]);
  });

  it('names an unknown column and goes on', async () => {
    expect(await messages(`${HEADER};couleur\n${row()};bleu`)).toEqual(['1 warning Colonnes inconnues, ignorées : couleur.']);
  });
});
