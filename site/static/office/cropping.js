// Which events draw the focal point of an image: Jcrop finds it out with an inline handler, which the policy refuses.
window.jQuery.Jcrop.defaults.touchSupport = "ontouchstart" in window;
