const paths = {
  add: 'M8 3v10M3 8h10',
  chart: 'M2.5 13.5h11M4 11l3-4 2.5 2L13 4',
  bell: 'M2 13.5h12M2.5 12.5C6 12.5 6 3 8 3s2 9.5 5.5 9.5',
  check: 'M3 8.5l3.2 3L13 4.5',
  chevron: 'M5 6.5l3 3 3-3',
  close: 'M4 4l8 8M12 4l-8 8',
  columns: 'M2.5 3.5h11v9h-11zM8 3.5v9',
  copy: 'M5.5 5.5h7v8h-7zM3.5 10.5v-8h7',
  down: 'M8 3v9.5M4.5 9L8 12.5L11.5 9',
  dots: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  file: 'M4 2.5h5l3 3v8H4zM9 2.5v3h3',
  form: 'M2.5 5h7M12.5 5h1M2.5 11h2M7.5 11h6M11 3.5v3M6 9.5v3',
  inherited: 'M3.5 2.5h9M8 13.5V6M5 8.5l3-3 3 3',
  keyboard: 'M1.5 4.5h13v7h-13zM4 7h.01M6.5 7h.01M9 7h.01M11.5 7h.01M5 9.5h6',
  left: 'M13 8H3.5M7 4.5L3.5 8L7 11.5',
  library: 'M2.5 4h4l1.5 2h5.5v7h-11z',
  lock: 'M4.5 7.5h7v6h-7zM6 7.5v-2a2 2 0 0 1 4 0v2',
  log: 'M2.5 13.5h11M2.5 13.5v-11M5 3.5c1.2 5.5 3.5 8 8 8',
  moon: 'M12.8 9.8A5.2 5.2 0 0 1 6.2 3.2a5.4 5.4 0 1 0 6.6 6.6z',
  pin: 'M5.5 2.5h5M6.5 2.5v4L4.5 9h7l-2-2.5v-4M8 9v4.5',
  question: 'M5.8 6a2.2 2.2 0 1 1 3.2 2c-.8.4-1 .8-1 1.6M8 12h.01',
  right: 'M3 8h9.5M9 4.5l3.5 3.5L9 11.5',
  save: 'M3 3h8l2 2v8H3zM5.5 3v3.5h4V3M5.5 13V9.5h5V13',
  search: 'M7 2.8a4.2 4.2 0 1 1 0 8.4 4.2 4.2 0 0 1 0-8.4zM10.2 10.2l3.3 3.3',
  spread: 'M1.5 13h13M2 12c3 0 3.6-8 6-8s3 8 6 8',
  table: 'M2.5 3.5h11v9h-11zM2.5 6.5h11M2.5 9.5h11M6.5 3.5v9',
  unlock: 'M4.5 7.5h7v6h-7zM6 7.5v-3a2 2 0 0 1 3.8-.8',
  up: 'M8 13V3.5M4.5 7L8 3.5L11.5 7',
  warning: 'M8 2.5l6 11H2zM8 6.5v3.2M8 11.6h.01',
  zoomOut: 'M7 2.8a4.2 4.2 0 1 1 0 8.4 4.2 4.2 0 0 1 0-8.4zM10.2 10.2l3.3 3.3M5 7h4',
} as const;

export type IconName = keyof typeof paths;

/** A line drawing of 16 by 16; always beside words or inside a named button, so it says nothing itself. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
