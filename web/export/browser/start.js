// Before anything is painted: with script the menu of a phone is folded, so nothing moves when the other scripts come.
document.documentElement.classList.add("hg-script");
