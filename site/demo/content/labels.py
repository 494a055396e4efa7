"""Words of the frame around the pages: navigation, footer, news index."""

NEWS_TITLE = "Actualités"
NEWS_SUMMARY = "Ce qui ouvre, ce qui se termine, ce qui a été décidé."

# (slug of the page, French label, English label); an empty label leaves the page's own title.
NAVIGATION = (
    ("participer", "Participer", "Take part"),
    ("la-direction", "La direction", "The directorate"),
    ("actualites", "Actualités", "News (in French)"),
    ("aide", "Aide", "Help"),
)
FOOTER = (
    ("contact", "", "Contact (in French)"),
    ("plan-du-site", "", "Site map (in French)"),
    ("mentions-legales", "", "Legal notice (in French)"),
    ("donnees-personnelles", "", "Personal data (in French)"),
    ("conditions-d-utilisation", "", "Terms of use (in French)"),
    ("charte-de-moderation", "", "Moderation charter (in French)"),
)
