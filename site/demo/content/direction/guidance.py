"""Help, contact and site map; the help page is told in English too."""

from demo.content.direction.words import say
from demo.content.records import Accordion, Callout, ServicePage, Text
from demo.content.wording import rich, typeset_all

HELP = ServicePage(
    kind="help",
    title=say("Aide", "Help"),
    slug="aide",
    summary=say(
        "Répondre, garder son reçu, retirer sa réponse : tout ce qu’il faut savoir, sans jargon.",
        "Answering, keeping your receipt, withdrawing your answer: all you need to know, without jargon.",
    ),
    body=(
        Text(
            html=say.rich(
                """
                ### Répondre en quatre temps

                1. **Choisissez une consultation ouverte.** Sa page explique le sujet et pose les premières questions.
                2. **Avancez écran par écran.** Vous pouvez revenir en arrière : rien ne se perd.
                3. **Relisez tout** avant d’envoyer. Chaque réponse peut encore être changée.
                4. **Gardez votre reçu.** Il prouve que votre réponse est bien arrivée.
                """,
                """
                ### Answering in four steps

                1. **Choose an open consultation.** Its page explains the subject and asks the first questions.
                2. **Go screen by screen.** You can go back: nothing is lost.
                3. **Read everything through** before sending. Every answer can still be changed.
                4. **Keep your receipt.** It proves that your answer has arrived.
                """,
            )
        ),
        Text(
            html=say.rich(
                """
                ### Votre reçu

                Après l’envoi, vous recevez deux choses.

                - **Un reçu.** Ce code court permet de vérifier qu’une réponse est enregistrée. Il ne dit rien de ce que
                  vous avez répondu. Vérifiez-le sur la page [Vérifier un reçu](/recus/).
                - **Un code de retrait.** Lui seul permet de retirer votre réponse avant la clôture.
                  Imprimez-le ou notez-le : l’écran du reçu se rouvre pendant 15 minutes sur le même appareil, puis nous
                  ne pouvons plus retrouver le code pour vous.

                Sur un ordinateur partagé, appuyez ensuite sur « J’ai noté mes codes : les effacer de cet appareil ».
                """,
                """
                ### Your receipt

                After sending, you are given two things.

                - **A receipt.** This short code lets you check that an answer is stored. It says nothing about what
                  you answered. Check it on the [Check a receipt](/en/recus/) page.
                - **A withdrawal code.** It alone lets you withdraw your answer before the close. Print it
                  or write it down: the receipt screen can be opened again for 15 minutes on the same device, then we
                  cannot find the code for you.

                On a shared computer, then press “I have noted my codes: erase them from this device”.
                """,
            )
        ),
        Callout(
            tone="information",
            title=say("Retirer sa réponse", "Withdrawing your answer"),
            html=say.rich(
                """
                Ouvrez la page [Retirer une réponse](/retrait/), donnez votre code de retrait, vérifiez la consultation
                et le jour, puis confirmez. Votre réponse est effacée et les comptes sont corrigés. Après la
                clôture, ce n’est plus possible : les résultats ne changent plus.
                """,
                """
                Open the [Withdraw an answer](/en/retrait/) page, give your withdrawal code, check the
                consultation and the day, then confirm. Your answer is erased and the counts
                are corrected. After the close this is no longer possible: the results are final.
                """,
            ),
        ),
        Accordion(
            title=say("Questions fréquentes", "Questions and answers"),
            entries=(
                (
                    say("Dois-je créer un compte ?", "Do I need an account?"),
                    say.rich(
                        """
                        Non. Certaines consultations demandent une adresse électronique, pour compter une seule réponse
                        par adresse. Vous recevez un code à six chiffres. L’adresse n’est pas gardée : nous n’en gardons
                        qu’une marque brouillée, séparée de vos réponses.
                        """,
                        """
                        No. Some consultations ask for an e-mail address, so as to count one answer per address.
                        You are sent a six-digit code. The address is not kept: we only keep a scrambled mark of it,
                        apart from your answers.
                        """,
                    ),
                ),
                (
                    say("Puis-je m’arrêter et reprendre plus tard ?", "Can I stop and carry on later?"),
                    say.rich(
                        """
                        Oui, pendant sept jours et sur le même appareil. Passé ce délai, le brouillon est effacé.
                        """,
                        """
                        Yes, for seven days and on the same device. After that the draft is erased.
                        """,
                    ),
                ),
                (
                    say("Je ne veux pas répondre à une question.", "I do not want to answer a question."),
                    say.rich(
                        """
                        Passez-la, si elle n’est pas marquée obligatoire. Quand nous demandons un avis, vous pouvez
                        souvent cocher « ne se prononce pas ».
                        """,
                        """
                        Skip it, unless it is marked as required. Where we ask for an opinion, you can often
                        tick “no opinion”.
                        """,
                    ),
                ),
                (
                    say("Puis-je changer de langue en route ?", "Can I change language along the way?"),
                    say.rich(
                        "Oui, sans rien perdre. En français ou en anglais, toutes les réponses sont comptées ensemble.",
                        "Yes, without losing anything. In French or in English, all answers are counted together.",
                    ),
                ),
                (
                    say("Et sans internet ?", "What about without the internet?"),
                    say.rich(
                        """
                        Chaque consultation indique ses lieux et ses rendez-vous. Le questionnaire sur papier pose les
                        mêmes questions et compte autant.
                        """,
                        """
                        Each consultation lists its places and meetings. The paper questionnaire asks the same questions
                        and counts just as much.
                        """,
                    ),
                ),
                (
                    say(
                        "La Ville est-elle obligée de suivre l’avis donné ?", "Must the City follow the opinions given?"
                    ),
                    say.rich(
                        """
                        Non. Elle décide, puis elle explique : ce qu’elle garde, ce qu’elle écarte et pourquoi.
                        Cette réponse est publiée au même endroit que les questions.
                        """,
                        """
                        No. It decides, then explains: what it keeps, what it sets aside and why.
                        That reply is published in the same place as the questions.
                        """,
                    ),
                ),
                (
                    say("Qui voit mes réponses ?", "Who sees my answers?"),
                    say.rich(
                        """
                        Avant la clôture, personne ne lit les résultats, sauf de rares agent·e·s habilités ; chaque
                        lecture est inscrite dans un journal. Si l’équipe a choisi des résultats en direct, la page
                        le dit. Après la clôture, les comptes sont publics. Un choix de textes relus peut l’être aussi.
                        """,
                        """
                        Before the close nobody reads the results, apart from a few authorised officers; each reading
                        is written in a log. If the team chose live results, the page says so. After the close the
                        counts are public. A selection of reviewed texts may be too.
                        """,
                    ),
                ),
            ),
        ),
    ),
)

CONTACT = typeset_all(
    ServicePage(
        kind="contact",
        title="Contact",
        slug="contact",
        summary="Une question, une difficulté, une idée : voici comment nous joindre.",
        body=(
            Text(
                html=rich(
                    """
                    ### La Direction de l’Innovation et de la Participation

                    - **Par courrier ou sur place :** Ville de Clermont-Ferrand, 10 rue Philippe-Marcombes,
                      63033 Clermont-Ferrand Cedex 1 (adresse à vérifier par la Ville).
                    - **Par téléphone :** 04 73 42 63 63, le standard de la Ville (numéro à vérifier par la Ville).
                    - **Par courriel :** adresse à compléter par la Ville.

                    Source de l’adresse et du numéro : magazine municipal « Demain », ancien numéro.
                    """
                )
            ),
            Text(
                html=rich(
                    """
                    ### Pour nous aider à vous répondre

                    - **Une page vous bloque ?** Dites-nous laquelle, avec quel appareil, et ce que vous vouliez faire.
                    - **Une question sur vos données ?** Voyez [Données personnelles](/donnees-personnelles/).
                    - **Un texte vous choque ?** La [charte de modération](/charte-de-moderation/) dit comment
                      nous le signaler.
                    - **Un trou dans la chaussée, un lampadaire éteint ?** Ce site n’est pas le bon endroit :
                      appelez le standard de la Ville.
                    """
                )
            ),
            Callout(
                tone="important",
                title="Site de démonstration",
                html=rich("Ceci n’est pas un site de la Ville : personne n’y reçoit de message."),
            ),
        ),
    )
)

SITE_MAP = typeset_all(
    ServicePage(
        kind="site_map",
        title="Plan du site",
        slug="plan-du-site",
        summary="Toutes les pages, rangées comme elles le sont sur le site.",
        body=(
            Text(
                html=rich(
                    "Voici toutes les pages publiées. Vous cherchez un sujet ? Essayez la [recherche](/recherche/)."
                )
            ),
        ),
    )
)
