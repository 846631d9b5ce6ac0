/** The tip is at the upper left corner. */
const arrow = `<svg xmlns="http://www.w3.org/2000/svg" width="22" height="30" viewBox="0 0 22 30">
  <path d="M1 1v23l5.6-5.2 3.7 8.6 4.4-1.9-3.7-8.5h7.8z" fill="#111" stroke="#fff" stroke-width="2"/>
</svg>`;

const style = `
  #pointer { position: fixed; left: 0; top: 0; z-index: 2147483647; pointer-events: none; }
  #pointer svg { position: absolute; filter: drop-shadow(0 1px 2px #0006); }
  #pointer.pressed::before {
    content: ''; position: absolute; left: -18px; top: -18px; width: 36px; height: 36px;
    border-radius: 50%; background: #ff6d5a22; border: 3px solid #ff6d5a; box-sizing: border-box;
  }`;

/** Runs in a page, where a screenshot shows no pointer: draws one that follows the mouse, with a ring while it is pressed. */
export const drawPointer = `{
  const sheet = document.createElement('style');
  sheet.textContent = ${JSON.stringify(style)};
  const pointer = document.createElement('div');
  pointer.id = 'pointer';
  pointer.innerHTML = ${JSON.stringify(arrow)};
  document.documentElement.append(sheet, pointer);
  const follow = ({ clientX, clientY, buttons }) => {
    pointer.style.transform = 'translate(' + clientX + 'px, ' + clientY + 'px)';
    pointer.classList.toggle('pressed', buttons !== 0);
  };
  for (const type of ['mousemove', 'mousedown', 'mouseup']) addEventListener(type, follow, true);
}`;
