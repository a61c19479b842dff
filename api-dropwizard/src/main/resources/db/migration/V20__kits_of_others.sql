-- Kits of other platforms: what they send, and blueprints for those of Sensor.Community and for the CityProbe. Their
-- sensors have the keys that stand in their messages; a key that others use too is the component's alone, for a default key
-- counts only while one sensor has it.

ALTER TABLE devices ADD COLUMN readings_format text CHECK (readings_format IN ('sensor-community', 'city-probe'));

CREATE TEMPORARY TABLE foreign_sensors (
  id integer, kit_id integer, key text, own_key boolean, name text, description text, unit text, measurement_id integer
) ON COMMIT DROP;

INSERT INTO foreign_sensors VALUES
  (521, 502, 'sds_p1', true, 'SDS011 - PM 10', 'Particles smaller than 10 micrometres', 'ug/m3', 13),
  (522, 502, 'sds_p2', true, 'SDS011 - PM 2.5', 'Particles smaller than 2.5 micrometres', 'ug/m3', 14),
  (523, 502, 'pms_p0', true, 'Plantower PMS - PM 1', 'Particles smaller than 1 micrometre', 'ug/m3', 27),
  (524, 502, 'pms_p1', true, 'Plantower PMS - PM 10', 'Particles smaller than 10 micrometres', 'ug/m3', 13),
  (525, 502, 'pms_p2', true, 'Plantower PMS - PM 2.5', 'Particles smaller than 2.5 micrometres', 'ug/m3', 14),
  (526, 502, 'hpm_p1', true, 'Honeywell HPM - PM 10', 'Particles smaller than 10 micrometres', 'ug/m3', 13),
  (527, 502, 'hpm_p2', true, 'Honeywell HPM - PM 2.5', 'Particles smaller than 2.5 micrometres', 'ug/m3', 14),
  (528, 502, 'npm_p0', true, 'Tera NextPM - PM 1', 'Particles smaller than 1 micrometre', 'ug/m3', 27),
  (529, 502, 'npm_p1', true, 'Tera NextPM - PM 10', 'Particles smaller than 10 micrometres', 'ug/m3', 13),
  (530, 502, 'npm_p2', true, 'Tera NextPM - PM 2.5', 'Particles smaller than 2.5 micrometres', 'ug/m3', 14),
  (531, 502, 'sps30_p0', true, 'Sensirion SPS30 - PM 1', 'Particles smaller than 1 micrometre', 'ug/m3', 27),
  (532, 502, 'sps30_p1', true, 'Sensirion SPS30 - PM 10', 'Particles smaller than 10 micrometres', 'ug/m3', 13),
  (533, 502, 'sps30_p2', true, 'Sensirion SPS30 - PM 2.5', 'Particles smaller than 2.5 micrometres', 'ug/m3', 14),
  (534, 502, 'sps30_p4', true, 'Sensirion SPS30 - PM 4', 'Particles smaller than 4 micrometres', 'ug/m3', NULL),
  (535, 502, 'temperature', false, 'DHT22 - Temperature', 'Temperature', 'ºC', 1),
  (536, 502, 'humidity', false, 'DHT22 - Humidity', 'Humidity', '%', 2),
  (537, 502, 'bme280_temperature', true, 'BME280 - Temperature', 'Temperature', 'ºC', 1),
  (538, 502, 'bme280_humidity', true, 'BME280 - Humidity', 'Humidity', '%', 2),
  (539, 502, 'bme280_pressure', true, 'BME280 - Barometric Pressure', 'Barometric pressure', 'Pa', 25),
  (540, 502, 'bmp280_temperature', true, 'BMP280 - Temperature', 'Temperature', 'ºC', 1),
  (541, 502, 'bmp280_pressure', true, 'BMP280 - Barometric Pressure', 'Barometric pressure', 'Pa', 25),
  (542, 502, 'bmp_temperature', true, 'BMP180 - Temperature', 'Temperature', 'ºC', 1),
  (543, 502, 'bmp_pressure', true, 'BMP180 - Barometric Pressure', 'Barometric pressure', 'Pa', 25),
  (544, 502, 'htu21d_temperature', true, 'HTU21D - Temperature', 'Temperature', 'ºC', 1),
  (545, 502, 'htu21d_humidity', true, 'HTU21D - Humidity', 'Humidity', '%', 2),
  (546, 502, 'sht3x_temperature', true, 'SHT3x - Temperature', 'Temperature', 'ºC', 1),
  (547, 502, 'sht3x_humidity', true, 'SHT3x - Humidity', 'Humidity', '%', 2),
  (548, 502, 'ds18b20_temperature', true, 'DS18B20 - Temperature', 'Temperature', 'ºC', 1),
  (549, 502, 'noise_laeq', true, 'DNMS - LAeq', 'Equivalent continuous noise level', 'dBA', 4),
  (550, 502, 'noise_la_min', true, 'DNMS - LA min', 'Lowest noise level', 'dBA', 4),
  (551, 502, 'noise_la_max', true, 'DNMS - LA max', 'Highest noise level', 'dBA', 4),
  (552, 502, 'signal', false, 'WiFi signal', 'Strength with which the kit hears its network', 'dBm', NULL),
  (553, 502, 'samples', false, 'Samples', 'Loops of the firmware since it last posted', NULL, NULL),
  (554, 502, 'min_micro', true, 'Shortest loop', 'Shortest loop of the firmware since it last posted', 'us', NULL),
  (555, 502, 'max_micro', true, 'Longest loop', 'Longest loop of the firmware since it last posted', 'us', NULL),
  (556, 502, 'interval', false, 'Interval', 'Time between two posts', 'ms', NULL),
  (561, 503, 'b', false, 'CityProbe - Battery Level', 'Charge left in the battery', '%', 7),
  (562, 503, 'c', false, 'CityProbe - Counter', 'Message part c of a CityProbe', NULL, NULL),
  (563, 503, 'firmware_version', false, 'CityProbe - Firmware version', 'Number of the firmware', NULL, NULL),
  (564, 503, 'h', false, 'CityProbe - Humidity', 'Relative humidity', '%', 2),
  (565, 503, 'l', false, 'CityProbe - Luminosity', 'How much light reaches the probe', 'lx', 3),
  (566, 503, 'n', false, 'CityProbe - Count n', 'Message part n of a CityProbe', NULL, NULL),
  (567, 503, 'p', false, 'CityProbe - Pressure', 'Barometric pressure', 'hPa', 25),
  (568, 503, 'p1', false, 'CityProbe - Particle Pollution (p1)', 'Particles, first channel', 'µg/m³', NULL),
  (569, 503, 'p2', false, 'CityProbe - Particle Pollution', 'Particles, second channel', 'µg/m³', NULL),
  (570, 503, 'r.avg', false, 'CityProbe - Rain', 'Sound of the rain, mean', 'dB(A)', NULL),
  (571, 503, 'r.max', false, 'CityProbe - Rain, highest', 'Sound of the rain, highest', 'dB(A)', NULL),
  (572, 503, 'r.min', false, 'CityProbe - Rain, lowest', 'Sound of the rain, lowest', 'dB(A)', NULL),
  (573, 503, 'r.sd', false, 'CityProbe - Rain, deviation', 'Sound of the rain, standard deviation', 'dB(A)', NULL),
  (574, 503, 'r.var', false, 'CityProbe - Rain, variance', 'Sound of the rain, variance', NULL, NULL),
  (575, 503, 's.avg', false, 'CityProbe - Noise', 'Noise level, mean', 'dB(A)', 4),
  (576, 503, 's.max', false, 'CityProbe - Noise, highest', 'Noise level, highest', 'dB(A)', 4),
  (577, 503, 's.min', false, 'CityProbe - Noise, lowest', 'Noise level, lowest', 'dB(A)', 4),
  (578, 503, 's.sd', false, 'CityProbe - Noise, deviation', 'Noise level, standard deviation', 'dB(A)', NULL),
  (579, 503, 's.var', false, 'CityProbe - Noise, variance', 'Noise level, variance', NULL, NULL),
  (580, 503, 'seq', false, 'CityProbe - Sequence number', 'Number of the message since the probe started', NULL, NULL),
  (581, 503, 't', false, 'CityProbe - Temperature', 'Temperature', '°C', 1),
  (582, 503, 'uv', false, 'CityProbe - Ultraviolet', 'How much ultraviolet light reaches the probe', NULL, NULL);

INSERT INTO sensors (id, uuid, name, description, unit, measurement_id, default_key, records, created_at, updated_at)
SELECT id, md5('kitstream:sensor:' || id)::uuid, name, description, unit, measurement_id,
       CASE WHEN own_key THEN key END, true, '2026-11-24T00:00:00Z', '2026-11-24T00:00:00Z'
  FROM foreign_sensors;

INSERT INTO kits (id, uuid, slug, name, description, created_at, updated_at) VALUES
  (502, md5('kitstream:kit:502')::uuid, 'sensor.community', 'Sensor.Community kit', 'Kit with the firmware airRohr, formerly luftdaten.info', '2026-11-24T00:00:00Z', '2026-11-24T00:00:00Z'),
  (503, md5('kitstream:kit:503')::uuid, 'cityprobe', 'CityProbe', 'Outdoor probe for particles, noise, rain and weather', '2026-11-24T00:00:00Z', '2026-11-24T00:00:00Z');

INSERT INTO components (id, uuid, kit_id, sensor_id, key, created_at, updated_at)
SELECT id, md5('kitstream:component:' || kit_id || ':' || id)::uuid, kit_id, id, key,
       '2026-11-24T00:00:00Z', '2026-11-24T00:00:00Z'
  FROM foreign_sensors;
