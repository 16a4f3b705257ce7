# Every id here begins with "words-"; what each is for stands in en/words.ftl.

## Where an order stands
words-stage-draft = Pas encore commandée
words-stage-awaiting-payment = En attente de paiement
words-stage-payment-failed = Échec du paiement
words-stage-received = Reçue par la boutique
words-stage-preparing = En préparation
words-stage-on-hold = En attente
words-stage-part-delivered = Partiellement expédiée
words-stage-part-ready = Partiellement prête
words-stage-sent = Expédiée
words-stage-delivered = Livrée
words-stage-cancelled = Annulée
words-stage-refunded = Remboursée
words-stage-other = En cours
words-stage-unresolved = En cours de vérification
words-stage-ready-to-collect = Prête à être retirée
words-stage-collected = Retirée
words-stage-completed = Terminée

## What changed
words-placed = Commande passée
words-draft = Commande rouverte comme brouillon
words-awaiting-payment = Commande en attente de paiement
words-payment-failed = Le paiement a échoué
words-received = Commande reçue par la boutique
words-preparing = Commande en préparation
words-on-hold = Commande mise en attente
words-part-delivered = Une partie de la commande a été expédiée
words-part-ready = Une partie de la commande est prête
words-sent = Commande expédiée
words-delivered = Commande livrée
words-cancelled = Commande annulée
words-refunded-in-whole = Commande remboursée
words-ready-to-collect = Commande prête à être retirée
words-collected = Commande retirée
words-completed = Commande terminée
words-status = Nouveau statut : « { $status } »
words-tracking = Le colis peut être suivi avec { $carrier }
words-tracking-unnamed = Le colis a un numéro de suivi
words-tracking-corrected = Nouveau numéro de suivi pour le colis avec { $carrier }
words-tracking-corrected-unnamed = Nouveau numéro de suivi pour le colis
words-refund = Remboursement de { $amount }
words-refund-unsaid = Remboursement

## What changed for some of the items
words-lines-cancelled =
    { $count ->
        [one] Article annulé
        [many] Articles annulés
       *[other] Articles annulés
    }
words-lines-invoiced =
    { $count ->
        [one] Article facturé
        [many] Articles facturés
       *[other] Articles facturés
    }
words-lines-credited =
    { $count ->
        [one] Avoir sur un article
        [many] Avoir sur des articles
       *[other] Avoir sur des articles
    }
words-invoiced = Facture { $number } émise
words-credited = Avoir { $number } émis
words-packing-slip = Bon de livraison imprimé
words-picked = Articles rassemblés en entrepôt
words-lines-sent = Une partie des articles a été expédiée
words-lines-ready = Une partie des articles est prête
words-all-sent = Tout a été expédié
words-all-ready = Tout est prêt
words-delivery-corrected = Correction : moins d’articles expédiés qu’annoncé
words-ready-corrected = Correction : moins d’articles prêts qu’annoncé
words-back-in-stock =
    { $count ->
        [one] Article de nouveau en stock
        [many] Articles de nouveau en stock
       *[other] Articles de nouveau en stock
    }
words-returned =
    { $count ->
        [one] Article retourné, reçu par la boutique
        [many] Articles retournés, reçus par la boutique
       *[other] Articles retournés, reçus par la boutique
    }
words-expected =
    { $count ->
        [one] Nouvelle date prévue
        [many] Nouvelles dates prévues
       *[other] Nouvelles dates prévues
    }
words-expected-first =
    { $count ->
        [one] Date prévue connue
        [many] Dates prévues connues
       *[other] Dates prévues connues
    }
words-expected-open =
    { $count ->
        [one] La date prévue n’est plus connue
        [many] Les dates prévues ne sont plus connues
       *[other] Les dates prévues ne sont plus connues
    }
words-expected-order = { $day }, comme promis pour toute la commande
words-expected-purchase = { $day }, à l’arrivée du nouveau stock
words-expected-unknown = pas encore connue
words-item-unnamed = Un article

## How many of a line: of "articles", so masculine
words-count-ordered =
    { $count ->
        [one] { $quantity } commandé
        [many] { $quantity } commandés
       *[other] { $quantity } commandés
    }
words-count-sent =
    { $count ->
        [one] { $quantity } expédié
        [many] { $quantity } expédiés
       *[other] { $quantity } expédiés
    }
words-count-ready =
    { $count ->
        [one] { $quantity } prêt
        [many] { $quantity } prêts
       *[other] { $quantity } prêts
    }
words-count-none-sent = aucun expédié
words-count-none-ready = aucun prêt
words-count-none = aucun
words-count-to-come = { $quantity } à venir
words-count-cancelled =
    { $count ->
        [one] { $quantity } annulé
        [many] { $quantity } annulés
       *[other] { $quantity } annulés
    }
words-count-returned =
    { $count ->
        [one] { $quantity } retourné
        [many] { $quantity } retournés
       *[other] { $quantity } retournés
    }
words-count-invoiced =
    { $count ->
        [one] { $quantity } facturé
        [many] { $quantity } facturés
       *[other] { $quantity } facturés
    }
words-count-credited =
    { $count ->
        [one] { $quantity } remboursé par avoir
        [many] { $quantity } remboursés par avoir
       *[other] { $quantity } remboursés par avoir
    }

## When a line is expected
words-due = Date prévue : { $day }
words-due-order = Date prévue : { $day }, comme promis pour toute la commande
words-due-purchase = Réapprovisionnement prévu le { $day }
words-late = En retard : la date prévue était le { $day }
words-late-order = En retard : la date promise pour toute la commande était le { $day }
words-late-purchase = Réapprovisionnement en retard : il était prévu le { $day }
words-out-of-stock = Actuellement en rupture de stock

## The documents
words-documents = Documents
words-document-invoice = Facture { $number }
words-document-credit-note = Avoir { $number }
words-document-packing-slip = Bon de livraison { $number }
words-document-other = Document { $number }

## On the page only
words-removed = Supprimée par la boutique
words-restored = Rétablie par la boutique

## The costs, each before its amount. $reason: the shop’s words.
words-cost-items = Articles
words-cost-discount = Réduction
words-cost-shipping = Livraison
words-cost-free = Offerte
words-cost-tax = TVA
words-cost-tax-included = Dont TVA
words-cost-total = Total
words-cost-refund = Remboursement
words-cost-refund-for = Remboursement : { $reason }
words-cost-rest = Total après remboursement
words-cost-fee = Frais
words-cost-tip = Pourboire
words-cost-duty = Droits de douane
words-cost-other = Autres

## The payment
words-payment-unpaid = Pas encore payée
words-payment-authorized = Montant réservé, pas encore débité
words-payment-part-paid = Partiellement payée
words-payment-paid = Payée
# $day: a day, such as Friday 27 November 2026.
words-payment-due = À payer au plus tard le { $day }
