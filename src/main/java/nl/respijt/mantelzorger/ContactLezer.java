package nl.respijt.mantelzorger;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import nl.respijt.web.EmailAdres;
import nl.respijt.web.Velden;

/** Reads how to reach somebody from what they typed, kindly: spaces, dashes and capitals do not matter. */
public final class ContactLezer {
    private static final PhoneNumberUtil NUMMERS = PhoneNumberUtil.getInstance();

    private ContactLezer() {}

    /** Reads {@code email} and {@code telefoon}; faults go to the fields, and nothing comes out when there are any. */
    public static Optional<Contact> lees(Velden velden) {
        var adres = velden.tekst("email", EmailAdres.MAX_LENGTE);
        var email = adres.flatMap(EmailAdres::lees);
        if (adres.isPresent() && email.isEmpty()) {
            velden.fout("email", "fout.email");
        }
        var telefoon = leesTelefoon(velden);
        if (velden.isLeeg("email") && velden.isLeeg("telefoon")) {
            velden.fout("email", "fout.geen-contact");
        }
        return email.isEmpty() && telefoon.isEmpty() ? Optional.empty() : Optional.of(new Contact(email, telefoon));
    }

    /** Reads {@code telefoon}, E.164; a fault goes to the field. */
    public static Optional<String> leesTelefoon(Velden velden) {
        var getypt = velden.nummer("telefoon", 40);
        var telefoon = getypt.flatMap(ContactLezer::telefoon);
        if (getypt.isPresent() && telefoon.isEmpty()) {
            velden.fout("telefoon", "fout.telefoon");
        }
        return telefoon;
    }

    /** E.164, or nothing when nobody has such a number; without a country it is Dutch. */
    public static Optional<String> telefoon(String getypt) {
        try {
            var nummer = NUMMERS.parse(getypt, "NL");
            return NUMMERS.isValidNumber(nummer) && !nummer.hasExtension()
                    ? Optional.of(NUMMERS.format(nummer, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** As people read a number: "06 12345678". */
    public static String leesbaar(String e164) {
        try {
            var nummer = NUMMERS.parse(e164, "NL");
            var vorm = nummer.getCountryCode() == 31 ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL;
            return NUMMERS.format(nummer, vorm);
        } catch (NumberParseException e) {
            throw new IllegalArgumentException("not a number we stored: " + e164.length() + " characters", e);
        }
    }
}
