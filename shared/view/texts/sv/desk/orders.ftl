# Every id here begins with "desk-orders-"; what each is for stands in en/desk/orders.ftl.
desk-orders = Beställningar
desk-orders-shop = Butik
desk-orders-stage = Läge
desk-orders-any = Alla
desk-orders-filter = Filter
desk-orders-head-order = Beställning
desk-orders-head-placed = Beställd
desk-orders-flag = Visa bara
desk-orders-late = Försenad
desk-orders-held = Mejl hålls inne
desk-orders-urgent = Brådskande
desk-orders-deleted = Raderad i butiken
desk-orders-watched = På bevakningslistan
desk-orders-mail-failed = Ett mejl kom inte fram
desk-orders-since = Beställd från och med
desk-orders-status = Status i butiken
desk-orders-number = Nummer, vara eller paket
desk-orders-show = Visa
desk-orders-all = Visa alla beställningar
desk-orders-none = Det finns inga beställningar än.
desk-orders-none-fits = Ingen beställning matchar filtren. Ta bort något av dem.
desk-orders-none-older = Det finns inga äldre beställningar.
desk-orders-none-yet = Ingen av de nyaste beställningarna matchar. Titta bland de äldre.
desk-orders-older = Äldre beställningar

## A status for many orders
desk-orders-select = Välj beställning { $number }
desk-orders-select-all = Välj alla på den här sidan
desk-orders-selected =
    { $count ->
        [one] { $count } vald
       *[other] { $count } valda
    }
desk-orders-bulk = Ange status
desk-orders-bulk-title =
    { $count ->
        [one] Ange status för { $count } beställning
       *[other] Ange status för { $count } beställningar
    }
desk-orders-bulk-none = Välj några beställningar först.
desk-orders-bulk-change =
    { $count ->
        [one] { $count } beställning kommer att ändras.
       *[other] { $count } beställningar kommer att ändras.
    }
desk-orders-bulk-same =
    { $count ->
        [one] { $count } beställning kommer inte att ändras.
       *[other] { $count } beställningar kommer inte att ändras.
    }
desk-orders-bulk-mails =
    { $count ->
        [one] { $count } mejl kommer att skickas.
       *[other] { $count } mejl kommer att skickas.
    }
desk-orders-bulk-held =
    { $count ->
        [one] { $count } mejl kommer att vänta tills du släpper det.
       *[other] { $count } mejl kommer att vänta tills du släpper dem.
    }
desk-orders-bulk-addressless =
    { $count ->
        [one] { $count } beställning har ingen giltig mejladress.
       *[other] { $count } beställningar har ingen giltig mejladress.
    }
desk-orders-bulk-tell = Spara och skicka mejlen
desk-orders-bulk-done =
    { $count ->
        [one] { $count } beställning har ändrats.
       *[other] { $count } beställningar har ändrats.
    }
desk-orders-bulk-changed = Status angiven
desk-orders-bulk-unchanged = Hade redan den här statusen
