export type ProseSection = { title: string; text: string[]; list: string[] };

/** Plain text in sections. */
export function Prose({ sections }: { sections: ProseSection[] }) {
  return sections.map((section) => (
    <section key={section.title} className="mt-9 first:mt-0">
      <h2 className="text-xl">{section.title}</h2>
      {section.text.filter(Boolean).map((paragraph) => (
        <p key={paragraph} className="mt-2.5 leading-[1.75]">
          {paragraph}
        </p>
      ))}
      {section.list.length > 0 && (
        <ul className="mt-2.5 grid list-disc gap-1.5 pl-5 leading-[1.75] marker:text-sea-500">
          {section.list.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
    </section>
  ));
}
