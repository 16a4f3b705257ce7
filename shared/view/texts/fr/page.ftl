# Every id here begins with "page-"; what each is for stands in en/page.ftl.
page-title = Commande { $number } : { $status } – { $shop }
page-order = Commande { $number }
page-order-placed = Commande { $number }, passée le { $date }

## The answer
page-draft = Votre commande n’est pas encore passée
page-awaiting-payment = Votre commande est en attente de paiement
page-payment-failed = Votre paiement a échoué
page-received = La boutique a reçu votre commande
page-preparing = Votre commande est en préparation
page-on-hold = Votre commande est en attente
page-part-delivered = Une partie de votre commande a été expédiée
page-part-ready = Une partie de votre commande est prête à être retirée
page-part-done = Une partie de votre commande est prête
page-sent = Votre commande a été expédiée
page-delivered = Votre commande a été livrée
page-cancelled = Votre commande a été annulée
page-refunded = Votre commande a été remboursée
page-ready-to-collect = Votre commande est prête à être retirée
page-collected = Votre commande a été retirée
page-completed = Votre commande est terminée
page-other = Votre commande : { $status }
page-removed = La boutique a supprimé cette commande

## What happens next
page-next-draft = La boutique traitera votre commande dès que vous l’aurez passée.
page-next-awaiting-payment = La boutique préparera votre commande dès réception de votre paiement. Si vous avez déjà payé, cela peut mettre quelques jours à apparaître ici.
page-next-payment-failed = La boutique ne peut pas encore préparer votre commande. Demandez-lui comment effectuer un nouveau paiement.
page-next-received = La boutique va préparer votre commande. Vous pouvez la suivre sur cette page.
page-next-preparing-track = Vous pouvez suivre ci-dessous ce qui a été expédié.
page-next-preparing = La boutique prépare votre commande. Dès qu’un colis pourra être suivi, vous trouverez le lien sur cette page.
page-next-preparing-collect = La boutique prépare votre commande. Cette page vous indiquera quand vous pourrez la retirer.
page-next-preparing-follow = La boutique prépare votre commande. Vous pouvez la suivre sur cette page.
page-next-on-hold = La boutique doit régler un point avant de continuer. Si vous ne savez pas lequel, contactez la boutique.
page-next-part-delivered = La boutique prépare le reste. Vous pouvez suivre la suite sur cette page.
page-next-part-ready = Vous pouvez venir la chercher. Cette page vous indiquera quand le reste sera prêt.
page-next-sent = Tout a quitté la boutique.
page-next-sent-track = Tout a quitté la boutique. Le transporteur peut vous indiquer la date d’arrivée.
page-next-delivered = S’il manque quelque chose ou si un article est abîmé, signalez-le à la boutique.
page-next-completed = Si quelque chose ne va pas, signalez-le à la boutique.
page-next-cancelled = Il n’y aura plus d’envoi. Si cette annulation vous étonne, contactez la boutique.
page-next-cancelled-unshipped = Si cette annulation vous étonne, contactez la boutique.
page-next-refunded = La boutique a effectué le remboursement. Le délai dépend de votre moyen de paiement.
page-next-ready-to-collect = Vous pouvez venir la chercher. Si vous ne savez pas où, contactez la boutique.
page-next-ready-to-collect-at = Vous pouvez venir la chercher à cette adresse :
page-next-other = C’est ainsi que la boutique désigne l’état de votre commande. Pour en savoir plus, contactez la boutique.
page-next-unresolved = Pour en savoir plus, contactez la boutique.
page-next-removed = Si vous attendez encore quelque chose de cette commande, contactez la boutique.
page-shops-words = La boutique indique : « { $status } ».

page-items-sent =
    { $sent ->
        [one] { $sent-text } article sur { $total-text } a été expédié.
        [many] { $sent-text } articles sur { $total-text } ont été expédiés.
       *[other] { $sent-text } articles sur { $total-text } ont été expédiés.
    }
page-parcels-sent =
    { $count ->
        [one] { $count } colis a été expédié.
        [many] { $count } de colis ont été expédiés.
       *[other] { $count } colis ont été expédiés.
    }
page-parcels-in-all = Elle arrive en { $count } colis.
page-parcels-arrived =
    { $arrived ->
        [one] { $arrived } colis sur { $total } a été livré.
        [many] { $arrived } colis sur { $total } ont été livrés.
       *[other] { $arrived } colis sur { $total } ont été livrés.
    }

page-picked = La boutique a rassemblé vos articles en entrepôt.
page-packing-slip = La boutique a imprimé le bon de livraison.

## When it is expected
page-expected = Votre commande est prévue pour le { $day }.
page-expected-unshipped = Votre commande est prévue pour le { $day }.
page-expected-rest = La livraison du reste est prévue le { $day }.
page-expected-rest-unshipped = Le reste est prévu pour le { $day }.
page-expected-next = La livraison des prochains articles est prévue le { $day }.
page-expected-next-unshipped = Les prochains articles sont prévus pour le { $day }.
page-expected-purchase = Le réapprovisionnement pour votre commande est prévu le { $day }.
page-expected-late = Votre commande était prévue pour le { $day } et a du retard. Pour en savoir plus, contactez la boutique.
page-expected-rest-late = Le reste était prévu pour le { $day } et a du retard. Pour en savoir plus, contactez la boutique.
page-expected-purchase-late = Le réapprovisionnement pour votre commande était prévu le { $day } et a du retard. Pour en savoir plus, contactez la boutique.
page-expected-some-late = Certains articles ont du retard.

## The steps
page-steps = Où en est votre commande
page-step-ordered = Commandée
page-step-preparing = En préparation
page-step-sent = Expédiée
page-step-part-sent = Partiellement expédiée
page-step-delivered = Livrée
page-step-done = Terminé :
page-step-now = En cours :
page-step-to-come = À venir :

## The parcels
page-parcels = Colis
page-parcel = Colis
page-parcel-numbered = Colis { $index } sur { $count }
page-parcel-pending = Pas encore remis au transporteur
page-parcel-sent = Expédié
page-parcel-delivered = Livré
page-parcel-state = Statut
page-parcel-carrier = Transporteur
page-parcel-number = Numéro de suivi
page-parcel-date = Expédié le
page-parcel-contents = Contenu
page-track = Suivre le colis avec { $carrier }
page-track-numbered = Suivre le colis { $index } avec { $carrier }
page-leaves = vous dirige vers { $host }

## The items
page-items = Articles
page-item-number = Référence { $sku }
page-item-times = { $quantity } ×

## The costs
page-costs = Montants

## What happened
page-history = Historique
page-history-zone = Les heures sont celles du fuseau { $zone }.
page-history-utc = Les heures sont en UTC.
page-history-from-to = { $before }, maintenant { $now }
page-history-item = { $item } : { $now }
page-history-item-moved = { $item } : { $now } (avant : { $before })
page-history-more =
    { $count ->
        [one] et { $count } autre article
        [many] et { $count } d’autres articles
       *[other] et { $count } autres articles
    }
page-changed = Dernière modification par la boutique : { $date }

## The shop's own part
page-message = Message de la boutique
page-contact = Contacter la boutique
page-contact-ask = Poser une question à la boutique
page-contact-return = Retourner un article
page-contact-site = Aller à la boutique
page-reorder = Commander à nouveau
page-calendar = Ajouter la date prévue à votre agenda
# The event in the customer's calendar. $shop: the shop's name.
page-calendar-title = Commande { $number } chez { $shop } : arrivée prévue
page-calendar-title-purchase = Commande { $number } chez { $shop } : réapprovisionnement prévu
page-addresses = Adresses
page-address-delivery = Livraison
page-address-collect = Lieu de retrait
page-address-billing = Facturation

## The end of the page
page-renews = Cette page s’actualise tant que votre commande est en cours.
page-renews-stop = Ne plus actualiser
page-renews-stopped = Cette page ne s’actualise plus.
page-renews-start = Actualiser de nouveau
page-language = Langue

## The page for every wrong link
page-lost-title = Commande introuvable
page-lost = Ce lien ne mène à aucune commande
page-lost-why = Il est peut-être incomplet, ou un lien plus récent l’a remplacé.
page-lost-do = Ce que vous pouvez faire
page-lost-newest = Utilisez le lien du dernier e-mail concernant votre commande.
page-lost-copy = Si vous avez copié le lien, vérifiez qu’il est complet.
page-lost-ask = Si cela ne suffit pas, contactez la boutique où vous avez commandé.

## Which mails the customer gets
page-mails-title = E-mails de la commande { $number }
page-mails-ask = Quels e-mails souhaitez-vous recevoir ?
page-mails-always = La page de votre commande montre toujours tout, quel que soit votre choix ici.
page-mails-status = La commande et son statut
page-mails-parcels = Colis et livraison
page-mails-dates = Changements de date prévue
page-mails-cancelled = Annulations et retours
page-mails-money = Factures et remboursements
page-mails-language = Langue
page-mails-language-shop = Au choix de la boutique
page-mails-save = Enregistrer
page-mails-saved = Votre choix est enregistré
page-mails-back = Retour à votre commande
page-mails-stop = Ne plus recevoir d’e-mails pour cette commande ?
page-mails-stop-why = Vous pouvez toujours suivre la commande sur sa page : le lien de vos e-mails reste valable.
page-mails-stop-do = Arrêter les e-mails
page-mails-stopped = Vous ne recevrez plus d’e-mails pour cette commande
page-mails-mistake = Était-ce une erreur ?
page-mails-again = Recevoir à nouveau les e-mails
page-mails-again-done = Vous recevrez à nouveau les e-mails de cette commande
page-mails-sent = E-mails envoyés
page-mails-choose = Choisir les e-mails que vous recevez

page-unlock = Afficher toute la commande
page-unlock-why = Pour protéger votre commande, les prix, les adresses et les documents ne s’affichent qu’après une étape de plus.
page-unlock-postcode = Code postal de l’adresse de livraison ou de facturation
page-unlock-email = Adresse e-mail utilisée pour la commande
page-unlock-either = Code postal, ou adresse e-mail utilisée pour la commande
page-unlock-do = Afficher la commande
page-unlock-wrong = Cela ne correspond pas à cette commande. Vérifiez et réessayez.
page-unlock-code-why = Un code peut être envoyé à l’adresse e-mail indiquée lors de la commande.
page-unlock-code-send = Recevoir un code par e-mail
page-unlock-code-sent = Un code vous a été envoyé. Il est valable 15 minutes.
page-unlock-code = Code reçu par e-mail, six chiffres
page-unlock-code-wrong = Ce code est erroné ou trop ancien. Vérifiez-le ou demandez-en un nouveau.
page-unlock-none = La commande complète ne peut pas être affichée ici. Contactez la boutique.
page-limit = Trop de tentatives
page-limit-why = Cela protège la commande. Vous pourrez réessayer à partir du { $time }.
page-ended = Ce lien a expiré
page-ended-why = La boutique affiche une commande pendant un temps limité après sa dernière modification.
page-ended-find = Recherchez votre commande pour recevoir un nouveau lien par e-mail.
page-links = Liens vers la commande { $number }
page-links-open = Partager ou remplacer le lien
page-links-gift = Un lien à partager
page-links-gift-why = Il montre les articles et la livraison, mais ni prix, ni adresses, ni documents.
page-links-replace = Remplacer les liens
page-links-replace-why = Si votre lien est tombé entre de mauvaises mains, remplacez-le. L’ancien lien et celui à partager cesseront aussitôt de fonctionner, et vos prochains e-mails contiendront le nouveau.
page-links-replace-do = Remplacer les liens
page-links-replaced = Vos liens ont été remplacés. Les anciens ne fonctionnent plus.
page-find = Retrouver votre commande
page-find-why = Le lien sera envoyé à l’adresse e-mail indiquée lors de la commande.
page-find-number = Numéro de commande
page-find-do = Recevoir le lien par e-mail
page-find-sent = Consultez vos e-mails
page-find-sent-why = Si une commande correspond, son lien a été envoyé à l’adresse e-mail indiquée pour celle-ci. Cela peut prendre quelques minutes.
page-find-nothing = Pas d’e-mail ? Vérifiez le numéro de commande, regardez dans vos indésirables ou contactez la boutique.
page-find-again = Chercher une autre commande
