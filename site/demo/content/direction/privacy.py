"""What is kept about people, why, for how long, and their rights."""

from demo.content.records import Callout, ServicePage, Text
from demo.content.wording import rich, typeset_all

PRIVACY = typeset_all(
    ServicePage(
        kind="personal_data",
        title="Données personnelles",
        slug="donnees-personnelles",
        summary="Ce que nous gardons quand vous répondez, ce que nous ne gardons pas, et vos droits.",
        body=(
            Callout(
                tone="information",
                title="En trois phrases",
                html=rich(
                    """
                    Vous pouvez répondre sans dire qui vous êtes. Nous ne gardons ni votre nom, ni votre adresse, ni
                    celle de votre appareil. Aucun outil d’une autre entreprise ne vous suit sur ce site.
                    """
                ),
            ),
            Text(
                html=rich(
                    """
                    ### Qui est responsable

                    La commune de Clermont-Ferrand. Délégué·e à la protection des données : coordonnées à compléter par
                    la Ville.

                    ### Pourquoi nous traitons des données

                    Pour recueillir l’avis des habitant·e·s, le compter honnêtement et y répondre. C’est une mission
                    d’intérêt public (article 6, paragraphe 1, point e, du règlement général sur la protection des
                    données, RGPD). Cette base juridique est à confirmer par le ou la délégué·e de la Ville.

                    ### Ce que nous gardons quand vous répondez

                    - Le questionnaire et la version que vous avez lue.
                    - Vos réponses.
                    - La langue, le moyen (écran ou papier) et le jour.

                    ### Ce que nous ne gardons pas avec votre réponse

                    - Votre nom et votre adresse.
                    - L’adresse de votre appareil (adresse IP) et le nom de votre navigateur.
                    - L’heure exacte de l’envoi.

                    Un conseil : dans les textes libres, n’écrivez rien qui permette de vous reconnaître, vous ou une
                    autre personne. Un avis peut révéler une opinion politique, une croyance ou un état de santé.
                    """
                )
            ),
            Text(
                html=rich(
                    """
                    ### Si une adresse électronique est demandée

                    Certaines consultations comptent une seule réponse par adresse. Nous envoyons alors un code à six
                    chiffres. L’adresse n’est pas enregistrée : nous la transformons en une marque brouillée, avec une
                    clé secrète, et nous rangeons cette marque dans une autre table. Rien ne la relie à vos réponses :
                    ni numéro, ni ordre, ni heure.

                    ### Vos brouillons

                    Pendant que vous répondez, vos réponses sont gardées pour ne rien perdre. Le brouillon est effacé à
                    l’envoi, ou après 7 jours. Un petit fichier sur votre appareil (cookie) sert à le retrouver. Il est
                    nécessaire au service et ne sert à rien d’autre.

                    ### Le reçu par courriel

                    Il est facultatif. L’adresse donnée pour le recevoir est oubliée dès que le message est parti.

                    ### Si vous recevez les nouvelles

                    Votre adresse, vos choix et le rythme, parce que vous l’avez demandé (article 6, paragraphe 1,
                    point a). L’adresse est chiffrée et montrée à personne. Sans confirmation de votre part, elle est
                    effacée après 7 jours ; sinon dès que vous vous désabonnez, par le lien de chaque message. Nous ne
                    suivons ni l’ouverture des messages, ni les liens suivis. Qu’un message est parti est noté 60 jours.

                    ### Contre les robots

                    Nous limitons le nombre d’envois. Pour cela, l’adresse de l’appareil est brouillée avec une valeur
                    aléatoire et gardée une heure au plus, jamais avec une réponse.

                    ### Combien de temps

                    - **Réponses :** sans nom, elles forment la mémoire de la démarche. Elles sont gardées, puis versées
                      aux archives selon les règles des archives publiques.
                    - **Marques brouillées :** 180 jours après la clôture, le temps des recours, puis avec l’accord des
                      archives départementales. Durée à confirmer par la Ville.
                    - **Comptes :** trois ans après la dernière connexion. Un message prévient un mois avant.
                    - **Brouillons :** 7 jours.
                    - **Limite d’envois :** une heure.

                    ### Qui voit quoi

                    Les agent·e·s habilités de la Direction de l’Innovation et de la Participation voient les réponses.
                    Chaque lecture de résultats avant la clôture et chaque export sont inscrits dans un journal. Le
                    public voit des comptes, une question à la fois : deux réponses d’une même personne ne sont jamais
                    croisées. Les textes ne paraissent qu’après avoir été relus.
                    """
                )
            ),
            Text(
                html=rich(
                    """
                    ### Vos droits

                    - **Retirer votre réponse** avant la clôture, vous-même, avec le code de retrait de votre reçu. Cela
                      vaut avec ou sans compte, que vous ayez confirmé une adresse ou non.
                    - **Voir, corriger, emporter, effacer vos données :** si vous avez un compte, vous le faites
                      vous-même sous « Mon compte », « Mes données ». Après l’effacement, ce que vous avez rendu public
                      reste, sous un pseudonyme qui ne dit rien de vous.
                    - **Faire retirer un texte** qui vous nomme : demandez-le. Les mots disparaissent, leur place reste.
                    - **Accéder, rectifier, effacer, limiter, vous opposer :** écrivez au ou à la délégué·e de la Ville.
                      Comme les réponses ne portent pas de nom, nous ne pouvons retrouver la vôtre qu’avec votre code.
                    - **Réclamer :** si notre réponse ne vous convient pas, vous pouvez saisir la Commission
                      nationale de l’informatique et des libertés (CNIL), [cnil.fr](https://www.cnil.fr/).

                    ### Si vous avez moins de 15 ans

                    Vous pouvez donner votre avis. Ne dites pas votre nom, ni celui de votre école dans les textes.
                    Si une question vous gêne, passez-la ou parlez-en à un adulte en qui vous avez confiance.

                    ### Si vous avez un compte

                    Deux cookies s’ajoutent, tous deux nécessaires. L’un vous garde connecté·e 14 jours au plus. L’autre
                    retient pendant six mois que ce compte s’est déjà connecté ici, sans nom ni adresse : il vous laisse
                    entrer même si quelqu’un d’autre épuise les codes de votre adresse.

                    ### Mesure d’audience

                    Ce site n’utilise aucun outil de mesure d’audience et aucun cookie publicitaire : c’est pourquoi
                    aucun bandeau ne vous demande votre accord.
                    """
                )
            ),
        ),
    )
)
