"""What fictive residents wrote under « Que changeriez-vous en premier ? », typing errors included."""

from demo.content.hours_consultation.questions import SITUATIONS
from demo.content.records import WrittenAnswer
from demo.content.wording import typeset_all

EMPLOYED, PUPIL, STUDENT, SEEKING, CARER, RETIRED, _ = SITUATIONS

_SELECTED = (
    ("Ouvrir au moins un soir par semaine jusqu’à 21 h. À 18 h je suis encore dans le tram.", EMPLOYED),
    ("Je finis à 19 h 30. En six ans je n’ai jamais vu la maison de quartier ouverte.", EMPLOYED),
    ("Un soir fixe, le même toute l’année, pour qu’on s’en souvienne.", ""),
    ("Le samedi matin ! On fait le marché, on dépose les petits à l’atelier, tout le monde est content.", CARER),
    ("Une salle calme avec du wifi le soir en période d’examens. La bibliothèque universitaire est pleine.", STUDENT),
    ("Ne touchez pas au matin, c’est le seul moment où je vois du monde.", RETIRED),
    ("Les ateliers de l’après-midi sont parfaits. Le soir je ne sors plus, il fait nuit et le bus est rare.", RETIRED),
    ("Afficher les vrais horaires sur la porte. Deux fois je suis venue pour rien.", ""),
    ("Prêter la salle aux habitants le dimanche, avec un cahier pour les clés. Faites-nous confiance.", ""),
    ("L’aide pour les papiers est le mardi à 10 h. Moi le mardi à 10 h je suis en formation.", SEEKING),
    ("Rester ouvert pendant les vacances d’août. C’est là que les enfants s’ennuient.", CARER),
    ("Un accueil entre midi et deux pour ceux qui travaillent à côté.", EMPLOYED),
    ("Après les cours on n’a que le parking. Ouvrez jusqu’à 20 h, même juste une pièce.", PUPIL),
    ("Plus d’heures d’accord, mais avec plus de personnel. L’équipe est déjà au bout du rouleau.", ""),
    ("Faire tourner la soirée entre les maisons : une différente chaque jeudi.", ""),
    ("Penser aux personnes en fauteuil : la rampe est fermée à clé après 17 h.", ""),
    ("Le soir oui, mais pas en échange d’un matin. Ce sont toujours les mêmes qui perdent.", ""),
    ("Une ligne de téléphone avec quelqu’un au bout, avant de parler d’horaires.", RETIRED),
    ("Garder une heure sans rien de prévu. Juste venir, s’asseoir, discuter.", ""),
    ("Un soir réservé aux femmes qui veulent faire du sport sans être regardées.", ""),
)
_OTHERS = (
    ("Ouvrir plus tard.", EMPLOYED),
    ("le soir svp", STUDENT),
    ("Rien, c’est très bien comme ça.", RETIRED),
    ("Je ne savais meme pas qu’on avait une maison de quartier, il faut le dire plus fort.", ""),
    ("Les horaires changent tout le temps, on ne s’y retrouve plus.", ""),
    ("Ouvrir à 8 h pour qu’on puisse déposer les enfants avant le travail.", EMPLOYED),
    ("Avec les horaires décalés de l’hôpital, il me faudrait le début d’après-midi.", EMPLOYED),
    ("Encore un questionnaire… On a déjà répondu il y a trois ans et rien n’a bougé.", ""),
    ("Mettez les horaires sur les panneaux du tram.", ""),
    ("Le samedi après-midi pour les jeux de société, avec les grands-parents.", CARER),
    ("La salle informatique ferme a 16 h 30, c’est trop tot.", SEEKING),
    ("Pouvoir réserver une salle sans monter un dossier de dix pages.", ""),
    ("Plus de soirées jeux et moins de réunions.", STUDENT),
    ("Le mercredi toute la journée, sans pause à midi.", CARER),
    ("Un babyfoot et que ce soit ouvert après 18 h.", PUPIL),
    ("Que la maison ouvre les jours fériés, on est seuls ces jours-là.", RETIRED),
    ("J’aimerais des cours de français le soir, je travaille la journée.", EMPLOYED),
    ("Le chauffage ! À quoi bon ouvrir le soir s’il fait 15 degrés.", ""),
    ("Ouvrir le dimanche une fois par mois pour un repas partagé.", ""),
    ("Il faudrait les mêmes horaires dans tous les quartiers. Pourquoi le Centre aurait-il plus ?", ""),
    ("Je viens à vélo, il n’y a pas d’arceau. Ce n’est pas la question mais voilà.", ""),
    ("Laissez les associations gérer les clés le week-end.", ""),
    ("Ma fille fait son stage le soir, ça serait bien qu’elle ait un endroit pour attendre.", CARER),
    ("Du silence pour réviser. Et des prises.", STUDENT),
    ("Fermer le lundi matin, il n’y a jamais personne.", ""),
    ("Surtout ne pas fermer le lundi matin : c’est le jour du vestiaire.", SEEKING),
    ("Les réunions à 18 h excluent tous les parents. Essayez 20 h 30, avec une garde d’enfants.", CARER),
    ("moi j’y vais pas parceque je connais personne", PUPIL),
    ("Un créneau de sport le midi.", EMPLOYED),
    ("On paie des impôts pour des portes fermées.", ""),
    ("Bravo à l’équipe, toujours souriante. Ne changez qu’une chose : ouvrez le samedi.", ""),
    ("Prévoir un gardien le soir, sinon ça va mal tourner.", ""),
    ("L’atelier cuisine est complet en dix minutes. Il en faut un deuxième, le soir.", ""),
    ("Je travaille de nuit, le matin me va bien. Pensez aussi à nous.", EMPLOYED),
    ("Ouvrir une heure plus tôt pendant la canicule, la salle est fraiche.", RETIRED),
    ("Pouvoir venir avec son bébé le matin, sans inscription.", CARER),
    ("Un calendrier papier dans la boîte aux lettres, tout le monde n’a pas internet.", RETIRED),
    ("C’est bien de demander. Maintenant, faites-le.", ""),
)
_HIDDEN = (
    (
        "La responsable de l’accueil, celle aux cheveux courts, devrait changer de métier.",
        "Vise une personne reconnaissable.",
    ),
    (
        "Appelez-moi au 04 00 00 00 00, je vous expliquerai tout ça de vive voix.",
        "Contient un numéro de téléphone (numéro fictif).",
    ),
)

WRITTEN_ANSWERS = typeset_all(
    (
        *(
            WrittenAnswer(question="first_change", text=text, situation=situation)
            for text, situation in (*_SELECTED, *_OTHERS)
        ),
        *(WrittenAnswer(question="first_change", text=text, hidden_because=reason) for text, reason in _HIDDEN),
    )
)
