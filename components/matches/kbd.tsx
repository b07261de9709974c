/** A key of the keyboard; hidden where there is none to speak of. */
export const Kbd = ({ children }: { children: string }) => (
  <kbd
    aria-hidden
    className="hidden min-w-6 rounded border border-current/30 px-1.5 text-center font-sans text-xs leading-5 font-medium opacity-80 lg:inline-block"
  >
    {children}
  </kbd>
);
