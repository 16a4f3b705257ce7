# Every id here begins with "desk-order-"; what each is for stands in en/desk/order.ftl.

## The heading, and what must not be missed
desk-order-title = Commande { $number }
desk-order-is-urgent = Urgent :
desk-order-is-removed = La boutique a supprimé cette commande. Le client voit seulement qu’elle n’existe plus.
desk-order-is-held = Les e-mails au sujet de cette commande sont retenus.
desk-order-is-revoked = Les liens vers la page de cette commande ne mènent nulle part.

## The four answers
desk-order-where = Où elle en est
desk-order-progress =
    { $total ->
        [one] Article expédié : { $sent } sur { $total }
        [many] Articles expédiés : { $sent } sur { $total }
       *[other] Articles expédiés : { $sent } sur { $total }
    }
desk-order-promised = Promise pour
desk-order-no-promise = Aucune date n’a été promise.
desk-order-late = Cette date est passée.
desk-order-told = Dernier e-mail
desk-order-no-mail = Aucun e-mail n’a été envoyé.
desk-order-later = Ensuite : { $change }
desk-order-waiting =
    { $count ->
        [one] { $count } changement attend d’être envoyé.
        [many] { $count } de changements attendent d’être envoyés.
       *[other] { $count } changements attendent d’être envoyés.
    }
desk-order-todo = À faire
desk-order-no-task = Rien.
desk-order-to-tasks = Voir les tâches

## What became of an email
desk-order-mail-opened = Arrivé et ouvert.
desk-order-mail-delivered = Arrivé.
desk-order-mail-came-back = N’est pas arrivé.
desk-order-mail-complained = Arrivé, mais marqué comme indésirable.
desk-order-mail-sent = Envoyé. On ne sait pas encore s’il est arrivé.
desk-order-mail-being-sent = En cours d’envoi.
desk-order-mail-refused = Le service de messagerie ne l’a pas accepté.
desk-order-mail-called-back = Rappelé avant d’être envoyé.

## What can be done
desk-order-actions = Actions
desk-order-change = Modifier la commande
desk-order-mails = E-mails
desk-order-more = Plus
desk-order-see-page = Voir la page du client
desk-order-see-shop = Ouvrir dans la boutique
desk-order-tracking = Ajouter un numéro de suivi
desk-order-status = Définir le statut
desk-order-promise = Promettre une date
desk-order-return = Enregistrer un retour
desk-order-refund = Enregistrer un remboursement
desk-order-cancel = Annuler la commande
desk-order-hold = Retenir les e-mails
desk-order-drop = Abandonner les e-mails en attente
desk-order-links = Gérer les liens

## The sections
desk-order-parcels = Colis
desk-order-parcel-pending = Pas encore remis au transporteur
desk-order-parcel-sent = En route
desk-order-parcel-delivered = Livré
desk-order-parcel-failed = Échec de la livraison
desk-order-items = Articles
desk-order-more-items =
    { $count ->
        [one] et { $count } autre article
        [many] et { $count } d’autres articles
       *[other] et { $count } autres articles
    }
desk-order-customer = Client
desk-order-to-customer = Tout sur ce client
desk-order-no-address = Pas d’adresse e-mail
desk-order-wants-no-mail = Ne souhaite recevoir aucun e-mail.
desk-order-role-customer = Reçoit aussi les e-mails destinés au client
desk-order-role-admin = Reçoit une copie de tout
desk-order-role-billing = Reçoit les factures et les avoirs
desk-order-role-delivery = Reçoit les informations sur les livraisons
desk-order-delivery-address = Adresse de livraison
desk-order-billing-address = Adresse de facturation
desk-order-costs = Montants

## The timeline
desk-order-timeline = Historique
desk-order-status-moved = Statut :
desk-order-earlier = Entrées précédentes
desk-order-repeats = Déjà signalé : rien n’a changé.
desk-order-came-late = Arrivé trop tard : une information plus récente était déjà connue.
desk-order-dropped = Parties qui n’ont pas pu être lues
desk-order-mail = E-mail :
desk-order-mail-again = E-mail, envoyé à nouveau :
desk-order-template-failed = Le modèle n’a pas pu être rempli, le texte de Wismo a donc été envoyé :
desk-order-did-order = Commande reçue de la boutique
desk-order-did-removed = Commande supprimée dans la boutique
desk-order-did-stock = Stock d’un article
desk-order-did-purchase = Commande fournisseur pour un article
desk-order-did-parcel = Colis
desk-order-did-refund = Remboursement
desk-order-did-address = Adresse e-mail corrigée
desk-order-did-part = Commande reçue de l’ERP
desk-order-did-by-hand = Commande modifiée à la main
desk-order-did-status = Statut défini
desk-order-did-promise = Date promise
desk-order-did-urgent = Marquée comme urgente
desk-order-did-not-urgent = N’est plus urgente
desk-order-did-held = E-mails retenus
desk-order-did-released = E-mails libérés
desk-order-did-dropped = E-mails en attente abandonnés
desk-order-did-preferences = Le client a choisi les e-mails qu’il souhaite recevoir
desk-order-did-link-replaced = Lien remplacé
desk-order-did-link-revoked = Liens révoqués
desk-order-did-link-restored = Liens rétablis
desk-order-did-report = Nouvelles d’un e-mail
desk-order-via-hook = depuis la boutique
desk-order-via-import = par import
desk-order-via-item = depuis le stock
desk-order-via-desk = dans l’espace de travail
desk-order-via-page = par le client

## News of an email; the address follows.
desk-order-report-delivered = E-mail arrivé :
desk-order-report-deferred = E-mail retardé :
desk-order-report-bounced = E-mail définitivement revenu :
desk-order-report-soft-bounced = E-mail revenu :
desk-order-report-suppressed = E-mail non envoyé, car l’adresse ne fonctionne pas ou a déjà refusé des e-mails :
desk-order-report-rejected = E-mail refusé par le service de messagerie :
desk-order-report-complained = Marqué comme indésirable :
desk-order-report-unsubscribed = Désabonnement :
desk-order-report-opened = E-mail ouvert :

## Whether a change was mailed; the reason follows.
desk-order-mailed = Envoyé par e-mail :
desk-order-not-mailed = Non envoyé par e-mail :
desk-order-waits = En attente d’envoi par e-mail.
desk-order-why-quiet-import = il s’agissait d’un import silencieux.
desk-order-why-told-nobody = quelqu’un dans l’espace de travail a choisi de n’informer personne.
desk-order-why-page-only = cela n’apparaît que sur la page.
desk-order-why-dropped = son e-mail a été abandonné ou rappelé.
desk-order-why-settled = un import qui n’informe personne a eu lieu avant l’envoi de l’e-mail.
desk-order-why-merged = l’e-mail n’annonce que le résultat final.
desk-order-why-refused = le service de messagerie n’a pas accepté l’e-mail.
desk-order-why-given-up = les tentatives d’envoi ont duré trop longtemps.
desk-order-why-being-sent = L’e-mail est en cours d’envoi.
desk-order-why-rule-off = vos règles ne prévoient pas d’e-mail pour cela.
desk-order-why-not-set-to-receive = selon le réglage, le client ne reçoit pas d’e-mails.
desk-order-why-unsubscribed = le client ne souhaite pas recevoir ce type d’e-mail.
desk-order-why-suppressed = les e-mails n’arrivent pas à cette adresse.
desk-order-why-no-address = la commande n’a pas d’adresse e-mail.
desk-order-why-bad-address = l’adresse e-mail de la commande n’est pas valide.
desk-order-why-nothing-left = le changement a été annulé avant l’envoi de l’e-mail.
desk-order-why-not-composed = l’e-mail n’a pas pu être rédigé.
desk-order-why-old-order = la commande avait plus de 7 jours lorsque Wismo l’a vue pour la première fois.
desk-order-why-part-of-another = la commande fait partie d’une autre.
desk-order-why-only-noted = les clients ne sont jamais informés qu’un article est épuisé.
desk-order-why-in-the-same-mail = le même e-mail le dit déjà.
desk-order-why-notified-before = le client a déjà été informé.

## The forms
desk-order-go-on = Continuer
desk-order-change-nothing = Ne rien changer
desk-order-tracking-why = Le colis est en route. Le client reçoit un lien pour le suivre.
desk-order-number-label = Numéro de suivi
desk-order-carrier-label = Transporteur
desk-order-carrier-hint = Par exemple UPS. Vous pouvez laisser ce champ vide.
desk-order-status-why = Définissez le statut que voit le client.
desk-order-status-label = Nouveau statut
desk-order-promise-why = Promettez une date pour tout ce qui reste à venir.
desk-order-day-label = Date
desk-order-return-why = Saisissez combien d’exemplaires de chaque article sont revenus en tout.
desk-order-returned-hint = Commandé : { $ordered }, retourné jusqu’ici : { $returned }
desk-order-refund-why = Enregistrez une somme qui a été remboursée. Wismo ne transfère pas d’argent.
desk-order-amount-label = Montant
desk-order-amount-hint = Dans la devise de la commande.
desk-order-refund-reason-label = Motif, si le client doit en lire un
desk-order-cancel-why = Le client voit que la commande est annulée. Annulez-la aussi dans la boutique.
desk-order-urgent-why = Vos collègues le voient en haut de la commande. Le client ne le voit pas.
desk-order-reason-label = Motif
desk-order-urgent-do = Marquer comme urgente
desk-order-urgent-end-why = La commande est marquée comme urgente.
desk-order-urgent-end = N’est plus urgente
desk-order-hold-why = À partir de maintenant, aucun e-mail au sujet de cette commande n’est envoyé tant que vous ne libérez pas les e-mails.
desk-order-hold-do = Retenir les e-mails
desk-order-release-why = Les e-mails au sujet de cette commande sont retenus. Si vous les libérez, le client apprendra ce qui s’est passé depuis.
desk-order-release-do = Libérer les e-mails
desk-order-drop-why = Ce qui attend d’être envoyé ne sera pas envoyé et sera considéré comme annoncé. La page l’affiche quand même.
desk-order-drop-do = Abandonner les e-mails en attente
desk-order-links-why = Remplacez le lien s’il est tombé entre de mauvaises mains : l’ancien cessera de fonctionner. Révoquez tous les liens pour fermer la page.
desk-order-links-replace = Remplacer le lien
desk-order-links-revoke = Révoquer tous les liens
desk-order-revoke-sure = La page du client sera fermée pour toutes les personnes qui en possèdent un lien.
desk-order-links-revoked-why = Les liens vers la page de cette commande ne mènent nulle part. Rétablissez-les pour rouvrir la page.
desk-order-links-restore = Rétablir les liens

## What would happen
desk-order-no-change = Rien ne changerait pour le client.
desk-order-refund-known = La commande a déjà un remboursement de ce montant. Celui-ci est considéré comme le même, et rien ne changerait. Si le montant a été remboursé une seconde fois, enregistrez-le dans la boutique.
desk-order-refund-more-than-left = Avec ce qui a déjà été remboursé, cela dépasse ce que la commande a coûté.
desk-order-refund-more = Cela dépasse ce que la commande a coûté.
desk-order-would-mail = Un e-mail sera envoyé à
desk-order-with-template = avec le modèle « { $template } »
desk-order-would-mail-nobody = Personne ne recevra d’e-mail.
desk-order-would-wait = L’e-mail attendra que vous le libériez.
desk-order-overwritten = Cela reste valable jusqu’à ce que la boutique indique autre chose sur la commande.
desk-order-do = Enregistrer
desk-order-do-and-tell = Enregistrer et envoyer l’e-mail
desk-order-do-quietly = Enregistrer sans e-mail

## What was done
desk-order-saved = Enregistré avec la commande.
desk-order-held-done = Les e-mails au sujet de cette commande sont désormais retenus.
desk-order-released-done = Les e-mails au sujet de cette commande sont de nouveau envoyés.
desk-order-dropped-done = Les e-mails en attente ont été abandonnés.
desk-order-may-have-left = Ce qui attendait encore ne sera pas envoyé. Mais un e-mail a pu partir avant : l’historique indique ce que l’on sait.
desk-order-links-done = Les liens ont été modifiés.
desk-order-write = Écrire un e-mail
desk-order-see-customer = Comme le client la voit
desk-order-see-link = Avec le lien seul, avant la seconde étape
desk-order-see-gift = Par le lien à partager
desk-order-mail-done = L’e-mail est en cours d’envoi.
desk-order-recalled-done = L’e-mail a été rappelé.
desk-order-the-mail = L’e-mail
desk-order-to-label = À
desk-order-cc-label = Copie à
desk-order-cc-hint = Séparez les adresses par des virgules.
desk-order-copy-to-me = Une copie pour moi
desk-order-template-label = Texte
desk-order-own-words = Votre propre texte
desk-order-standard-text = { $change } (texte standard)
desk-order-subject-label = Objet
desk-order-subject-hint = Si vous le laissez vide, l’e-mail aura son objet habituel.
desk-order-message-label = Message
desk-order-attach-label = Joindre
desk-order-attached = En pièce jointe
desk-order-show = Afficher l’e-mail
desk-order-show-first = Affichez l’e-mail exactement tel qu’il sera envoyé. Vous pourrez ensuite l’envoyer.
desk-order-send = Envoyer
desk-order-as-text = En texte brut
desk-order-call-back = L’e-mail n’est pas encore parti
desk-order-call-back-do = Rappeler l’e-mail
desk-order-send-again = Envoyer à nouveau
desk-order-correct-address = Utiliser désormais cette adresse pour la commande
desk-order-words-wrong = L’e-mail ne peut pas être rédigé avec ce texte.
desk-order-unreachable = Les e-mails n’arrivent pas à cette adresse. Levez d’abord le blocage, sur la page du client dans l’espace de travail.
desk-order-mail-pending = Il n’est pas certain que l’e-mail soit parti. Consultez la commande avant de l’envoyer à nouveau.
desk-order-too-late = L’e-mail ne peut plus être rappelé.
desk-order-warn-not-set-to-receive = ne reçoit pas d’e-mails, selon le réglage. Celui-ci sera tout de même envoyé.
desk-order-warn-unsubscribed = ne souhaite pas recevoir ce type d’e-mail. Celui-ci sera tout de même envoyé.
desk-order-warn-suppressed = les e-mails n’arrivent pas à cette adresse. Cet e-mail ne sera pas envoyé.
desk-order-warn-dead-link = L’e-mail contient un lien qui ne fonctionne plus.

## Print
desk-order-print = Imprimer
desk-order-did-packing-slip = Bon de livraison imprimé
desk-order-did-summary = Commande imprimée
desk-order-print-why = Ce que vous imprimez est noté avec la commande. Au premier bon de livraison, le client est informé selon vos règles.
desk-order-packing-slip = Bon de livraison
desk-order-summary = Commande
desk-order-quantity = Quantité
desk-order-print-hint = Imprimez cette page avec votre navigateur.

desk-order-document = Ajouter un document
desk-order-send-document = Envoyer par e-mail
desk-order-number-only = La boutique n’a envoyé que le numéro, pas de fichier.
desk-order-document-why = Ajoutez un document ou une image. Le client le voit sur la page de la commande, et il est joint aux e-mails lorsque vos règles le prévoient.
desk-order-file-label = Fichier
desk-order-file-hint = PDF, PNG, JPEG, texte, CSV ou XML, 512 Ko au plus.
desk-order-files-label = Fichiers
desk-order-files-hint = PDF, PNG, JPEG, texte, CSV ou XML, 512 Ko au plus par fichier. Un e-mail en contient cinq au plus. Ils sont ajoutés lorsque vous affichez l’e-mail.
desk-order-file-chosen = Choisi :
desk-order-kind-label = Type
desk-order-kind-invoice = Facture
desk-order-kind-credit-note = Avoir
desk-order-kind-other = Autre document
desk-order-document-number-label = Numéro ou nom
desk-order-document-number-hint = Le client le lit. Si vous laissez ce champ vide, le nom du fichier est utilisé.
desk-order-document-shown = Il figurera sur la page du client.
desk-order-document-hidden = Vos paramètres ne montrent à personne les documents de ce type.
desk-order-did-document = Document ajouté
desk-order-printed = Imprimé :
desk-order-mailed-to = Envoyé par e-mail à
desk-order-mail-opened-at = Cet e-mail a été ouvert :
desk-order-file-missing = Choisissez un fichier.
desk-order-file-empty = Ce fichier est vide.
desk-order-file-large = Ce fichier dépasse 512 Ko.
desk-order-file-type = Les fichiers de ce type ne peuvent pas être ajoutés. C’est le contenu qui compte, pas le nom.
desk-order-file-gone = Le fichier n’est plus conservé. Choisissez-le de nouveau.
desk-order-files-many = Il y a trop de fichiers.
desk-order-files-often = Vous avez envoyé trop de fichiers. Réessayez dans une heure.
desk-order-document-known = La commande a déjà un fichier pour ce document. Indiquez un autre numéro.
desk-order-documents-full = La commande ne peut pas avoir plus de documents.
desk-order-mail-large = L’e-mail est trop volumineux pour le service de messagerie. Joignez moins de fichiers ou des fichiers plus petits.
