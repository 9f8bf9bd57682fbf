// Builds the style sheet, fonts, script and icon of the pages: node bouw.mjs <output folder>
// Every file gets a piece of its own hash in its name, so that browsers may keep it for ever;
// manifest.json tells the pages which name that is.
import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import { transform } from 'esbuild'
import subsetFont from 'subset-font'

const uitvoer = process.argv[2]
if (!uitvoer) throw new Error('Give the output folder: node bouw.mjs <output folder>')

const hier = new URL('.', import.meta.url)
const pakket = createRequire(import.meta.url).resolve
const bron = naam => readFile(new URL(`src/${naam}`, hier), 'utf8')

// The order counts: the theme comes after these and may overrule them.
const onderdelen = [
  'root', 'document', 'page-layout', 'page-header', 'page-body', 'page-footer', 'skip-link',
  'heading-1', 'heading-2', 'heading-3', 'paragraph', 'link', 'unordered-list', 'ordered-list',
  'button', 'button-link', 'action-group', 'form-label', 'form-field', 'form-field-description',
  'form-field-error-message', 'form-fieldset', 'textbox', 'textarea', 'select', 'checkbox', 'radio-button',
  'alert', 'data-list', 'badge-status', 'table',
]

// The four languages need no more letters and the pages use no other weights than these. A browser fetches a set when a
// page uses a letter of it: Dutch and English the first (20 KB of the 204 KB that the package holds), Turkish the second
// too, Arabic the third. The name of Arabic is on every page, so its letters are a set of their own.
const gewichten = { wght: { min: 400, max: 700 } }
const lettersets = [
  { naam: 'latin', tekens: [[0x20, 0x7e], [0xa0, 0xff], [0x152, 0x153], [0x2010, 0x2026], [0x2030, 0x203a], [0x20ac], [0x2190, 0x2193], [0x2212]] },
  { naam: 'latin-ext', tekens: [[0x100, 0x151], [0x154, 0x17f], [0x1e9e]] },
  { naam: 'arabic', pakket: 'noto-sans-arabic', familie: 'Noto Sans Arabic Variable', tekens: [[0x600, 0x6ff], [0x200c, 0x200d]] },
  { naam: 'arabic-naam', uit: 'arabic', pakket: 'noto-sans-arabic', familie: 'Noto Sans Arabic Naam', tekens: [...new Set('العربية')].map(letter => [letter.codePointAt(0)]) },
]

const licentie = `/*! Respijt, EUPL-1.2. Holds the @utrecht/*-css components of NL Design System:
EUPL-1.2, (c) 2020-2024 Frameless B.V., (c) 2021-2024 Gemeente Utrecht. Noto Sans and Noto Sans Arabic: OFL-1.1. */\n`

await mkdir(uitvoer, { recursive: true })
const vorige = await readFile(`${uitvoer}/manifest.json`, 'utf8').then(JSON.parse, () => ({}))
for (const naam of Object.values(vorige)) await rm(`${uitvoer}/${naam}`, { force: true })
await rm(`${uitvoer}/manifest.json`, { force: true })
const manifest = {}

async function schrijf(naam, inhoud) {
  const [, stam, soort] = naam.match(/^(.*)(\.[^.]+)$/)
  const hash = createHash('sha256').update(inhoud).digest('hex').slice(0, 10)
  manifest[naam] = `${stam}.${hash}${soort}`
  await writeFile(`${uitvoer}/${manifest[naam]}`, inhoud)
  console.log(`${manifest[naam]}: ${Buffer.byteLength(inhoud)} bytes, ${gzipSync(inhoud).length} with gzip`)
}

const letters = ({ tekens }) =>
  tekens.flatMap(([van, tot = van]) => Array.from({ length: tot - van + 1 }, (_, i) => String.fromCodePoint(van + i))).join('')
const bereik = ({ tekens }) =>
  tekens.map(([van, tot]) => `U+${van.toString(16)}${tot ? `-${tot.toString(16)}` : ''}`).join(',')

let lettertype = ''
for (const set of lettersets) {
  const { naam, uit = naam, pakket: van = 'noto-sans', familie = 'Noto Sans Variable' } = set
  const heel = await readFile(pakket(`@fontsource-variable/${van}/files/${van}-${uit}-wght-normal.woff2`))
  const bestand = `noto-sans-${naam}.woff2`
  await schrijf(bestand, await subsetFont(heel, letters(set), { targetFormat: 'woff2', variationAxes: gewichten }))
  lettertype += `@font-face { font-family: "${familie}"; font-weight: 400 700; font-display: swap;
    src: url("${manifest[bestand]}") format("woff2"); unicode-range: ${bereik(set)} }\n`
}

const stijlen = await Promise.all([
  ...onderdelen.map(naam => readFile(pakket(`@utrecht/${naam}-css/dist/index.css`), 'utf8')),
  bron('thema.css'),
])
const css = await transform(lettertype + stijlen.join('\n'), {
  loader: 'css', minify: true, legalComments: 'none', target: ['chrome111', 'firefox121', 'safari16.4'],
})
if (/url\(\s*["']?(?:data:|https?:|\/\/)/.test(css.code)) throw new Error('The style sheet may only point to its own files')
await schrijf('respijt.css', licentie + css.code)

const js = await transform(await bron('respijt.js'), { loader: 'js', minify: true, target: 'es2020' })
await schrijf('respijt.js', js.code)
await schrijf('favicon.svg', await bron('favicon.svg'))
await writeFile(`${uitvoer}/manifest.json`, JSON.stringify(manifest, null, 2) + '\n')
