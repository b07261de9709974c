export type ProseSection = { title: string; text: string[]; list: string[] };

/** Plain text in sections. */
export function Prose({ sections, first = 1 }: { sections: ProseSection[]; first?: number }) {
  return sections.map((section, index) => (
    <section key={section.title} id={`s${first + index}`} className="mt-9 scroll-mt-6 first:mt-0">
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

/** The sections of a long page, at its side on a wide screen. */
export function Contents({ label, sections }: { label: string; sections: ProseSection[] }) {
  return (
    <nav aria-label={label} className="hidden lg:block">
      <div className="sticky top-6 border-l-2 border-line pl-5">
        <p className="mb-1 text-sm font-semibold text-slate">{label}</p>
        <ol>
          {sections.map((section, index) => (
            <li key={section.title}>
              <a
                href={`#s${index + 1}`}
                className="flex min-h-9 items-center text-[15px] text-slate no-underline hover:text-sea-800 hover:underline"
              >
                {section.title}
              </a>
            </li>
          ))}
        </ol>
      </div>
    </nav>
  );
}
