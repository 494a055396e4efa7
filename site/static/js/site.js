// Small enhancements on data- hooks. Every page works without this file.

function copyButtons() {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("[data-copy]")) {
    const label = button.querySelector("[data-copy-label]") ?? button;
    label.setAttribute("aria-live", "polite");
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      label.textContent = button.dataset.copied;
    });
  }
}

function printButtons() {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}

// The player's host is contacted only after this click.
function videos() {
  for (const video of document.querySelectorAll("[data-video]")) {
    const button = video.querySelector("[data-video-play]");
    if (!button) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      const player = document.createElement("iframe");
      player.src = video.dataset.video;
      player.title = video.dataset.videoTitle;
      player.allow = "fullscreen; picture-in-picture";
      player.referrerPolicy = "strict-origin-when-cross-origin";
      video.replaceChildren(player);
      player.focus();
    });
  }
}

// The open menu lies over the page: it closes when the keyboard walks out of it, lest the focus hide behind.
function menus() {
  for (const menu of document.querySelectorAll("[popover]")) {
    menu.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.hidePopover();
    });
  }
}

function focusOnLoad() {
  document.querySelector("[data-focus-on-load]")?.focus();
}

copyButtons();
printButtons();
videos();
menus();
focusOnLoad();
