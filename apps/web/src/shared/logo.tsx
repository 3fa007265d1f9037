/** The mark of Relais: one passes on to two. */
export function Logo({ size = 24 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden focusable="false">
      <path d="M6 12 17.5 5.5M6 12l11.5 6.5" stroke="#8387df" strokeWidth="2.2" fill="none" />
      <circle cx="5.5" cy="12" r="4" fill="var(--accent)" />
      <circle cx="18.5" cy="5" r="3.2" fill="#8387df" />
      <circle cx="18.5" cy="19" r="3.2" fill="#8387df" />
    </svg>
  );
}
