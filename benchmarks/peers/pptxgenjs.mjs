// A plain PptxGenJS script: the slides of a JSON file, in placeholders of two masters, compressed by `stream`.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const [, , modules, source, target] = process.argv;
const PptxGenJS = createRequire(join(modules, "package.json"))("pptxgenjs");
const folder = dirname(source);
const LANGUAGE = "fr-CA";

function placeholder(name, type, x, y, w, h) {
  return { placeholder: { options: { name, type, x, y, w, h }, text: "" } };
}

function defineMasters(deck) {
  const title = placeholder("title", "title", 0.6, 0.4, 12, 1);
  deck.defineSlideMaster({ title: "TITLE", objects: [title] });
  deck.defineSlideMaster({ title: "CONTENT", objects: [title, placeholder("body", "body", 0.6, 1.6, 12, 5.2)] });
  deck.defineSlideMaster({
    title: "COLUMNS",
    objects: [
      title,
      placeholder("left", "body", 0.6, 1.6, 5.8, 5.2),
      placeholder("right", "body", 6.8, 1.6, 5.8, 5.2),
    ],
  });
}

// `options` stand on the first run only: on any other, `bullet` would begin a paragraph of its own.
function runs(sentence, options) {
  const last = sentence.length - 1;
  return sentence.map((span, index) => ({
    text: span.text,
    options: {
      lang: LANGUAGE,
      ...(index === 0 && options),
      ...(span.style === "bold" && { bold: true }),
      ...(span.style === "italic" && { italic: true }),
      ...(span.style === "link" && { hyperlink: { url: span.url } }),
      ...(index === last && { breakLine: true }),
    },
  }));
}

const bullets = (body) => body.items.flatMap(([level, sentence]) => runs(sentence, { bullet: true, indentLevel: level }));
const paragraphs = (body) => body.sentences.flatMap((sentence) => runs(sentence, { bullet: false }));

const fill = {
  Bullets: (slide, body) => slide.addText(bullets(body), { placeholder: "body" }),
  Paragraphs: (slide, body) => slide.addText(paragraphs(body), { placeholder: "body" }),
  Columns: (slide, body) => {
    slide.addText(bullets(body.left), { placeholder: "left" });
    slide.addText(bullets(body.right), { placeholder: "right" });
  },
  Table: (slide, body) => {
    const rows = body.rows.map((row) => row.map((text) => ({ text, options: { lang: LANGUAGE, fontSize: 18 } })));
    slide.addTable(rows, { x: 0.6, y: 1.8, w: 12 });
  },
  Picture: (slide, body) => {
    slide.addText(paragraphs(body.lead), { placeholder: "body" });
    slide.addImage({ path: join(folder, body.file), altText: body.alt, x: 7, y: 3, w: 5, h: 3.33 });
  },
};
const masters = { Columns: "COLUMNS", Table: "TITLE" };

const deck = new PptxGenJS();
deck.layout = "LAYOUT_WIDE";
defineMasters(deck);
for (const record of JSON.parse(readFileSync(source, "utf8"))) {
  const slide = deck.addSlide({ masterName: masters[record.kind] ?? "CONTENT" });
  slide.addText([{ text: record.title, options: { lang: LANGUAGE } }], { placeholder: "title" });
  fill[record.kind](slide, record.body);
  slide.addNotes(record.notes.join("\n"));
}
writeFileSync(target, await deck.stream({ compression: true }));
