# Every id here begins with "mail-"; what each is for stands in en/mail.ftl.
mail-subject = Votre commande { $number } chez { $shop }
mail-order = Commande { $number }

mail-hello = Bonjour,
mail-hello-name = Bonjour { $name },

## The heading
mail-heading-placed = Merci pour votre commande
mail-heading-awaiting-payment = Votre commande est en attente de paiement
mail-heading-payment-failed = Votre paiement a échoué
mail-heading-received = Nous avons reçu votre commande
mail-heading-preparing = Votre commande est en préparation
mail-heading-on-hold = Votre commande est en attente
mail-heading-part-delivered = Une partie de votre commande est en route
mail-heading-part-ready = Une partie de votre commande est prête à être retirée
mail-heading-part-done = Une partie de votre commande est prête
mail-heading-sent = Votre commande est en route
mail-heading-delivered = Votre commande a été livrée
mail-heading-cancelled = Votre commande a été annulée
mail-heading-refunded = Votre commande a été remboursée
mail-heading-ready-to-collect = Votre commande est prête à être retirée
mail-heading-collected = Votre commande a été retirée
mail-heading-completed = Votre commande est terminée
mail-heading-status = Votre commande : { $status }
mail-heading-tracking =
    { $count ->
        [one] Vous pouvez maintenant suivre votre colis
        [many] Vous pouvez maintenant suivre vos colis
       *[other] Vous pouvez maintenant suivre vos colis
    }
mail-heading-tracking-number =
    { $count ->
        [one] Votre colis a un numéro de suivi
        [many] Vos colis ont des numéros de suivi
       *[other] Vos colis ont des numéros de suivi
    }
mail-heading-tracking-corrected =
    { $count ->
        [one] Votre colis a un nouveau numéro de suivi
        [many] Vos colis ont de nouveaux numéros de suivi
       *[other] Vos colis ont de nouveaux numéros de suivi
    }
mail-heading-refund = Nous vous remboursons { $amount }
mail-heading-refund-unsaid = Nous vous accordons un remboursement
mail-heading-lines-cancelled = Une partie de votre commande a été annulée
mail-heading-rest-sent = Le reste de votre commande est en route
mail-heading-corrected = Correction : nous avons expédié moins qu’annoncé
mail-heading-ready-corrected = Correction : moins d’articles sont prêts qu’annoncé
mail-heading-expected = Nouvelle date prévue : { $day }
mail-heading-expected-several = Votre commande a de nouvelles dates prévues
mail-heading-expected-purchase = Réapprovisionnement prévu le { $day }
mail-heading-expected-first = Date prévue : { $day }
mail-heading-expected-first-several = Votre commande a maintenant des dates prévues
mail-heading-expected-open = Nous ne savons pas encore quand vos articles arriveront
mail-heading-back-in-stock = De nouveau en stock : { $item }
mail-heading-back-in-stock-several = Des articles de votre commande sont de nouveau en stock
mail-heading-returned = Nous avons reçu votre retour
mail-heading-invoice = Vous avez une facture : { $number }
mail-heading-invoiced = Votre commande a été facturée
mail-heading-invoices = Vous avez de nouvelles factures
mail-heading-credit-note = Vous avez un avoir : { $number }
mail-heading-credited = Vous avez un avoir sur des articles de votre commande
mail-heading-credit-notes = Vous avez de nouveaux avoirs
mail-heading-papers = Vous avez de nouveaux documents
mail-heading-packing-slip = Le bon de livraison de votre commande est imprimé
mail-heading-picked = Vos articles sont rassemblés dans notre entrepôt
mail-heading-news = Du nouveau pour votre commande
mail-heading-message = Un message au sujet de votre commande

## What happens next
mail-next-awaiting-payment = Nous préparerons votre commande dès réception de votre paiement.
mail-next-payment-failed = Nous ne pouvons pas encore préparer votre commande. Contactez-nous pour savoir comment payer.
mail-next-received = Nous allons préparer votre commande. Vous pouvez la suivre à tout moment sur sa page.
mail-next-preparing = Nous préparons votre commande. Vous pouvez la suivre à tout moment sur sa page.
mail-next-preparing-collect = Nous préparons votre commande. Sa page vous indiquera quand vous pourrez la retirer.
mail-next-on-hold = Nous devons régler un point avant de continuer. Si vous ne savez pas lequel, n’hésitez pas à nous écrire.
mail-next-part-delivered = Le reste suivra. Sur la page de votre commande, vous voyez ce qui a été expédié.
mail-next-part-ready = Vous pouvez venir la chercher. Nous vous écrirons de nouveau dès que le reste sera prêt.
mail-rest-expected = Le reste est prévu pour le { $day }.
mail-next-sent = Tout est parti de chez nous.
mail-next-delivered = Nous espérons que tout vous plaît. S’il manque quelque chose ou si un article est abîmé, dites-le-nous.
mail-next-completed = Nous espérons que tout vous plaît. Si quelque chose ne va pas, dites-le-nous.
mail-next-cancelled = Il n’y aura plus d’envoi. Si cette annulation vous étonne, n’hésitez pas à nous écrire.
mail-next-cancelled-unshipped = Si cette annulation vous étonne, n’hésitez pas à nous écrire.
mail-next-refunded = Votre remboursement est en cours. Le délai dépend de votre moyen de paiement.
mail-next-ready-to-collect = Vous pouvez venir la chercher. Si vous ne savez pas où, n’hésitez pas à nous écrire.
mail-next-ready-to-collect-at = Vous pouvez venir la chercher à cette adresse :
mail-next-lines-cancelled = Le reste de votre commande suit son cours. Si cette annulation vous étonne, n’hésitez pas à nous écrire.
# The same where nothing is still to come.
mail-next-lines-cancelled-over = Si cette annulation vous étonne, n’hésitez pas à nous écrire.
mail-next-corrected = Nous vous prions d’excuser cette erreur. Si vous avez une question, n’hésitez pas à nous écrire.
mail-next-later = Nous sommes désolés de vous faire attendre plus longtemps. La page de votre commande indique toujours la date la plus récente.
mail-next-later-open = Nous sommes désolés de vous faire attendre plus longtemps. Dès qu’une nouvelle date sera connue, vous la trouverez sur la page de votre commande.
mail-next-expected = La page de votre commande indique toujours la date la plus récente.
mail-next-back-in-stock = Nous pouvons maintenant poursuivre le traitement de votre commande. Vous pouvez la suivre à tout moment sur sa page.
mail-next-returned = Merci de nous avoir renvoyé vos articles. Si vous avez une question, n’hésitez pas à nous écrire.
mail-next-credited = Ce montant sera déduit de ce que vous devez, ou vous sera remboursé.
mail-next-credited-amount = Un montant de { $amount } sera déduit de ce que vous devez, ou vous sera remboursé.
mail-next-picked = Il ne reste plus qu’à emballer vos articles. Vous pouvez suivre votre commande à tout moment sur sa page.
mail-next-packing-slip = Il ne reste plus qu’à emballer vos articles. Vous pouvez suivre votre commande à tout moment sur sa page.
mail-next-other = Vous trouverez tous les détails sur la page de votre commande.
mail-next-tracking = Vous pouvez suivre l’envoi sur le site du transporteur. Il peut s’écouler un jour avant que le numéro y soit reconnu.
mail-next-no-page = Une question sur votre commande ? N’hésitez pas à nous la poser.

## What changed
mail-label = { $label } :
mail-changes = Ce qui a changé
mail-before = Avant
mail-now = Maintenant
mail-item = { $item } : { $now }

## The order's page
mail-button = Voir votre commande
mail-address = Si le bouton ne fonctionne pas, ouvrez cette adresse :
mail-see = Voir votre commande :

## The parcels
mail-parcels =
    { $count ->
        [one] Votre colis
        [many] Vos colis
       *[other] Vos colis
    }
mail-parcel = Colis
mail-tracking-number = Numéro de suivi
mail-track = Suivre avec { $carrier }
mail-track-unnamed = Suivre le colis
mail-more-parcels =
    { $count ->
        [one] et { $count } autre colis sur la page de votre commande
        [many] et { $count } d’autres colis sur la page de votre commande
       *[other] et { $count } autres colis sur la page de votre commande
    }

## The documents
mail-attached = En pièce jointe : { $document }

## The items
mail-items = Vos articles
mail-more-items =
    { $count ->
        [one] et { $count } autre article sur la page de votre commande
        [many] et { $count } d’autres articles sur la page de votre commande
       *[other] et { $count } autres articles sur la page de votre commande
    }
mail-more = et { $count } de plus

## The end
mail-reply = Une question ? Répondez simplement à cet e-mail.
mail-regards = Cordialement,
mail-why = Vous recevez cet e-mail parce que la commande { $number } a été passée chez { $shop } avec votre adresse e-mail.
mail-why-copied = Vous recevez cet e-mail parce que la commande { $number } a été passée chez { $shop } avec votre adresse e-mail, ou parce que votre adresse y figure comme contact.
mail-why-contact = Vous recevez cet e-mail parce que votre adresse figure comme contact pour la commande { $number } chez { $shop }.
mail-why-other = Vous recevez cet e-mail parce que { $shop } vous l’a envoyé. Il concerne la commande { $number }.

mail-asked-link = Le lien vers votre commande
mail-asked-link-why = Quelqu’un a saisi le numéro de votre commande et demandé le lien vers celle-ci. Le voici.
mail-asked-code = Votre code
mail-asked-code-why = Saisissez ce code sur la page de votre commande. Il est valable 15 minutes.
mail-asked-not = Si vous n’avez rien demandé, vous n’avez rien à faire.
