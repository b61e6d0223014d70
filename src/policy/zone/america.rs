//! The North American Numbering Plan: zones and the area codes within them, with the country code 1 before.

/// As NANPA lists the area codes (<https://www.nanpa.com/numbering/npa-codes>), compared with the zones of libphonenumber's metadata
/// (`resources/timezones/map_data.txt`, release 9.0.43); new and toll-free ones fall to the country code's own line.
#[rustfmt::skip]
pub const AREAS: [(&str, &str); 44] = [
    ("America/New_York",
        "1203 1475 1860 1959 1202 1771 1302 1239 1305 1321 1324 1352 1386 1407 1561 1645 1656 1689 1727 1728 1754 1772 1786 1813 1863 1904 1941 1954 \
         1229 1404 1470 1478 1678 1706 1762 1770 1912 1943 1260 1317 1463 1574 1765 1502 1606 1859 1207 1227 1240 1301 1410 1443 1667 \
         1339 1351 1413 1508 1617 1774 1781 1857 1978 1231 1248 1269 1313 1517 1586 1616 1679 1734 1810 1947 1989 1603 \
         1201 1551 1609 1640 1732 1848 1856 1862 1908 1973 1212 1315 1329 1332 1347 1363 1516 1518 1585 1607 1624 1631 1646 1680 1716 1718 1838 1845 \
         1914 1917 1929 1934 1252 1336 1472 1704 1743 1828 1910 1919 1980 1984 1216 1220 1234 1283 1326 1330 1380 1419 1436 1440 1513 1567 1614 1740 \
         1937 1215 1223 1267 1272 1412 1445 1484 1570 1582 1610 1717 1724 1814 1835 1878 1401 1803 1821 1839 1843 1854 1864 1423 1865 1802 \
         1276 1434 1540 1571 1686 1703 1757 1804 1826 1948 1304 1681"),
    // The west of Florida, Indiana and Kentucky, the upper peninsula of Michigan.
    ("America/New_York America/Chicago", "1850 1448 1812 1930 1270 1364 1906"),
    ("America/Chicago",
        "1205 1251 1256 1334 1659 1938 1327 1479 1501 1870 1217 1224 1309 1312 1331 1447 1464 1618 1630 1708 1730 1773 1779 1815 1847 1861 1872 1219 \
         1319 1515 1563 1641 1712 1316 1913 1225 1318 1337 1457 1504 1985 1218 1320 1507 1612 1651 1763 1924 1952 1228 1471 1601 1662 1769 \
         1235 1314 1417 1557 1573 1636 1660 1816 1975 1402 1531 1405 1539 1572 1580 1918 1615 1629 1731 1901 1931 \
         1210 1214 1254 1281 1325 1346 1361 1409 1430 1432 1469 1512 1621 1682 1713 1726 1737 1806 1817 1830 1832 1903 1936 1940 1945 1956 1972 1979 \
         1262 1274 1353 1414 1534 1608 1715 1920"),
    // The west of Kansas, Nebraska and the Dakotas.
    ("America/Chicago America/Denver", "1308 1620 1701 1605 1785"),
    ("America/Denver", "1303 1719 1720 1748 1970 1983 1406 1505 1575 1385 1435 1801 1307 1915"),
    ("America/Phoenix", "1480 1520 1602 1623"),
    ("America/Phoenix America/Denver", "1928"),
    ("America/Denver America/Los_Angeles", "1208 1986"),
    ("America/Los_Angeles",
        "1209 1213 1738 1279 1310 1323 1341 1350 1357 1369 1408 1415 1424 1442 1510 1530 1559 1562 1619 1626 1628 1650 1657 1661 1669 1707 1714 1747 1760 \
         1805 1818 1820 1831 1837 1840 1858 1909 1916 1925 1949 1951 1702 1725 1775 1458 1503 1541 1971 1206 1253 1360 1425 1509 1564"),
    ("America/Anchorage", "1907"),
    ("Pacific/Honolulu", "1808"),
    ("America/Toronto",
        "1226 1249 1289 1343 1365 1382 1416 1437 1519 1548 1613 1647 1683 1705 1742 1753 1905 1942 \
         1263 1273 1354 1367 1418 1438 1450 1468 1514 1579 1581 1819 1873"),
    ("America/Toronto America/Winnipeg", "1807"),
    ("America/Winnipeg", "1204 1431 1584"),
    ("America/Regina", "1306 1474 1639"),
    ("America/Edmonton", "1403 1587 1780 1825 1368"),
    ("America/Vancouver", "1236 1250 1257 1604 1672 1778"),
    ("America/Halifax", "1782 1902"),
    ("America/Moncton", "1506 1428"),
    ("America/St_Johns", "1709 1879"),
    ("America/Whitehorse America/Iqaluit", "1867"),
    ("America/Puerto_Rico", "1787 1939"),
    ("America/St_Thomas", "1340"),
    ("Pacific/Guam", "1671"),
    ("Pacific/Saipan", "1670"),
    ("Pacific/Pago_Pago", "1684"),
    ("America/Nassau", "1242"),
    ("America/Barbados", "1246"),
    ("America/Anguilla", "1264"),
    ("America/Antigua", "1268"),
    ("America/Tortola", "1284"),
    ("America/Cayman", "1345"),
    ("Atlantic/Bermuda", "1441"),
    ("America/Grenada", "1473"),
    ("America/Grand_Turk", "1649"),
    ("America/Jamaica", "1658 1876"),
    ("America/Montserrat", "1664"),
    ("America/Lower_Princes", "1721"),
    ("America/St_Lucia", "1758"),
    ("America/Dominica", "1767"),
    ("America/St_Vincent", "1784"),
    ("America/Santo_Domingo", "1809 1829 1849"),
    ("America/Port_of_Spain", "1868"),
    ("America/St_Kitts", "1869"),
];
