"use client";

import { useField } from "#components/ui/form-context.tsx";

/** A file to choose. Nothing else of the form is lost when it is refused; the browser alone forgets the choice. */
export function FileField({
  name,
  label,
  help,
  accept,
}: {
  name: string;
  label: string;
  help?: string;
  accept: string;
}) {
  const { id, error } = useField(name);
  return (
    <div className="mb-5">
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      {help && (
        <p id={`${id}-help`} className="text-sm text-slate">
          {help}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 font-medium text-bad">
          {error}
        </p>
      )}
      <input
        id={id}
        name={name}
        type="file"
        accept={accept}
        aria-invalid={error ? true : undefined}
        aria-describedby={
          [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ") || undefined
        }
        className="mt-1.5 block w-full rounded-md border border-dashed border-field bg-paper p-3 file:mr-4 file:min-h-11 file:cursor-pointer file:rounded-md file:border-0 file:bg-sea-100 file:px-4 file:font-semibold file:text-sea-800 aria-invalid:border-2 aria-invalid:border-bad"
      />
    </div>
  );
}
