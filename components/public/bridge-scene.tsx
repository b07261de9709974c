/** The height of the arch at x, so that every hanger ends on it. */
const archAt = (x: number) => {
  const t = (x - 200) / 1040;
  // the quadratic curve drawn below: from (200, 252) over (720, -20) to (1240, 252)
  return (1 - t) ** 2 * 252 + 2 * t * (1 - t) * -20 + t ** 2 * 252;
};
const HANGERS = Array.from({ length: 15 }, (_, index) => 265 + index * 65);

/** Hong Kong's towers under its hills on the left, Yantai's turbines and headlands on the right, and what joins them. */
export function BridgeScene({ label }: { label: string }) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox="0 0 1440 320"
      fill="none"
      className="bridge-scene pointer-events-none absolute bottom-0 left-1/2 w-[max(100%,34rem)] -translate-x-1/2"
    >
      <defs>
        <linearGradient id="scene-arch" x1="200" x2="1240" gradientUnits="userSpaceOnUse">
          <stop className="[stop-color:var(--color-bau-700)]" />
          <stop offset="1" className="[stop-color:var(--color-sea-700)]" />
        </linearGradient>
      </defs>
      <HongKong />
      <Yantai />
      <path d="M0 272h1440v48H0z" className="fill-sea-100" />
      <g className="scene-waves stroke-sea-300" strokeWidth="2" strokeLinecap="round" opacity="0.7">
        <path d="M60 290q12-8 24 0t24 0M300 304q12-8 24 0t24 0M520 290q12-8 24 0t24 0M690 306q12-8 24 0t24 0M930 292q12-8 24 0t24 0M1150 304q12-8 24 0t24 0M1340 290q12-8 24 0t24 0" />
      </g>
      <g className="stroke-sea-700" strokeOpacity="0.4" strokeWidth="2">
        {HANGERS.map((x) => (
          <path key={x} d={`M${x} 252V${archAt(x).toFixed(1)}`} />
        ))}
      </g>
      <path d="M120 252h1200" className="stroke-sea-700" strokeWidth="5" strokeLinecap="round" />
      <path d="M200 252v34M1240 252v34" className="stroke-sea-700" strokeWidth="8" strokeLinecap="round" />
      <path
        d="M200 252Q720-20 1240 252"
        pathLength="1"
        stroke="url(#scene-arch)"
        strokeWidth="7"
        strokeLinecap="round"
        className="scene-arch"
      />
      <circle r="6" className="scene-traveller scene-there fill-bau-500" />
      <circle r="6" className="scene-traveller scene-back fill-sea-500" />
    </svg>
  );
}

function HongKong() {
  return (
    <g className="fill-bau-100">
      <path d="M0 272v-64c70-14 96-58 148-62s78 34 126 36 66 66 116 90Z" opacity="0.75" />
      <path d="M14 272v-92h30v92zM50 272V142l13-14 13 14v130zM82 272v-78h28v78zM116 272V116h9V92h4v24h9v156zM144 272v-98h32v98zM182 272v-60h26v60z" />
    </g>
  );
}

function Yantai() {
  return (
    <g className="fill-sea-100">
      <path d="M1440 272v-70c-60-8-92-50-140-46s-70 42-112 40-68 44-110 76Z" opacity="0.75" />
      <path d="M1352 272l7-86h18l7 86zM1356 186v-16h24v16zM1360 170l8-12 8 12z" />
      {[1130, 1216, 1300].map((x, index) => (
        <g key={x} transform={`translate(${x} ${index === 1 ? 118 : 140})`}>
          <path d="M-2 2h4l2 150h-8z" className="fill-sea-300" opacity="0.75" />
          <g className="scene-turbine fill-sea-300">
            <path d="M0-3 3 0 2-44zM2.6 1.5-1.5 2.6-37 23.7zM-2.6 1.5 1.5 2.6 39 20.3z" />
            <circle r="4" />
          </g>
        </g>
      ))}
    </g>
  );
}
