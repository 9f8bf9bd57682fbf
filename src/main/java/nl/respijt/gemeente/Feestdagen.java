package nl.respijt.gemeente;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/** The Dutch public holidays, on which nothing is planned unless somebody does so on purpose. */
@Singleton
public final class Feestdagen {
    private final HolidayManager kalender =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NETHERLANDS));

    /** Good Friday is kept by few and a working day for most: the calendar calls it an observance, and so do we. */
    public boolean isFeestdag(LocalDate datum) {
        return kalender.isHoliday(datum, HolidayType.PUBLIC_HOLIDAY);
    }
}
