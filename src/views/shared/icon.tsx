/** Icons on a 16 grid with 12 live, stroke 1.25, round ends, in the colour of the text around them. */
import type { ComponentChildren } from 'preact';

function Icon({ children, size = '' }: { readonly children: ComponentChildren; readonly size?: string }) {
  return (
    <svg class={`icon ${size}`.trim()} viewBox="0 0 16 16" aria-hidden="true">
      {children}
    </svg>
  );
}

export const RecordIcon = () => (
  <Icon>
    <circle class="solid" cx="8" cy="8" r="4.5" />
  </Icon>
);

export const PauseIcon = ({ size = '' }: { readonly size?: string }) => (
  <Icon size={size}>
    <path d="M5.75 3.5v9M10.25 3.5v9" />
  </Icon>
);

export const ClearIcon = () => (
  <Icon>
    <path d="M8 2.75a5.25 5.25 0 1 1 0 10.5a5.25 5.25 0 1 1 0-10.5zM4.3 11.7l7.4-7.4" />
  </Icon>
);

export const SearchIcon = () => (
  <Icon>
    <path d="M7 2.75a4.25 4.25 0 1 1 0 8.5a4.25 4.25 0 1 1 0-8.5zM10.25 10.25l3.5 3.5" />
  </Icon>
);

export const CloseIcon = () => (
  <Icon>
    <path d="m4 4 8 8M12 4l-8 8" />
  </Icon>
);

export const CopyIcon = () => (
  <Icon>
    <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
    <path d="M10.5 5.5V4A1.5 1.5 0 0 0 9 2.5H4A1.5 1.5 0 0 0 2.5 4v5A1.5 1.5 0 0 0 4 10.5h1.5" />
  </Icon>
);

export const DownIcon = () => (
  <Icon>
    <path d="M3.5 6 8 10.5 12.5 6" />
  </Icon>
);

export const EyeIcon = ({ open }: { readonly open: boolean }) => (
  <Icon>
    <path d="M2 8c1.5-2.75 3.5-4.1 6-4.1S12.5 5.25 14 8c-1.5 2.75-3.5 4.1-6 4.1S3.5 10.75 2 8z" />
    <circle cx="8" cy="8" r="1.75" />
    {open && <path d="m3 13 10-10" />}
  </Icon>
);

export const ReloadIcon = () => (
  <Icon>
    <path d="M13 8a5 5 0 1 1-1.6-3.65M13 2.5v3h-3" />
  </Icon>
);

export const FilterIcon = ({ size = '' }: { readonly size?: string }) => (
  <Icon size={size}>
    <path d="M2.5 3.5h11L9.5 8.25v4.25l-3-1.5V8.25z" />
  </Icon>
);

export const MoreIcon = () => (
  <Icon>
    <path class="dots" d="M3.5 8h.01M8 8h.01M12.5 8h.01" />
  </Icon>
);

export const PenIcon = () => (
  <Icon>
    <path d="m3 13 .6-2.9 7.1-7.1 2.3 2.3-7.1 7.1z" />
  </Icon>
);

export const PlusIcon = () => (
  <Icon>
    <path d="M8 3v10M3 8h10" />
  </Icon>
);

export const TrashIcon = () => (
  <Icon>
    <path d="M3 4.5h10M6 4.5V3h4v1.5M4.25 4.5l.6 9h6.3l.6-9" />
  </Icon>
);

/** The product's mark: the globe, two meridians, and a key whose shaft is the prime one. White and black are the mask's. */
export const Mark = ({ size = '' }: { readonly size?: string }) => (
  <Icon size={`mark ${size}`.trim()}>
    <mask id="mark-cut" maskUnits="userSpaceOnUse" x="0" y="0" width="16" height="16">
      <path fill="white" d="M0 0h16v16H0z" />
      <g fill="none" stroke="black">
        <ellipse cx="8" cy="8" rx="5.1" ry="8.3" stroke-width="1" />
        <path stroke-linecap="butt" stroke-width="1.5" d="M8 6.5V13M8 9.75h2.5M8 12.25h2.5" />
        <circle cx="8" cy="4.75" r="1.6" stroke-width="1.4" />
      </g>
    </mask>
    <circle class="solid" cx="8" cy="8" r="7.75" mask="url(#mark-cut)" />
  </Icon>
);
